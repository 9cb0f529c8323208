import { type CaseChange, type CaseDetail, type ItemDefinition } from '@onewindow/contracts';
import { formChanges, MATERIAL_VERDICT_LABELS, type MaterialVerdict } from '@onewindow/domain';
import type { SeenContent } from './seen-mark.entity.js';

/** What a look at the case shows, as it is presented to this officer: numbers of persons stand masked in it. */
export function seenContent({ form, answers, materials }: Pick<CaseDetail, 'form' | 'answers' | 'materials'>): SeenContent {
  const rows = materials.map(({ code, verdict, files }) => {
    const latest = files.at(-1)?.id ?? null;
    return [code, { verdict, files: files.length, latest }] as const;
  });
  return { form, answers, materials: Object.fromEntries(rows) };
}

/** Did anything change between two looks? Key order does not count. */
export function isSameContent(a: SeenContent, b: SeenContent): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

type Definition = Pick<ItemDefinition, 'form' | 'questions' | 'materials'>;

/** What is other between two looks, in words: answers, form, materials. */
export function changesBetween(definition: Definition, before: SeenContent, after: SeenContent): CaseChange[] {
  return [
    ...answerChanges(definition.questions, before.answers, after.answers),
    ...formChanges(definition.form, before, after).map((change) => ({ part: 'form' as const, ...change })),
    ...materialChanges(definition.materials, before.materials, after.materials),
  ];
}

function answerChanges(questions: Definition['questions'], before: SeenContent['answers'], after: SeenContent['answers']): CaseChange[] {
  return questions.flatMap(({ key, title, options }) => {
    const words = (value: unknown): string => {
      if (value === undefined) return '';
      if (typeof value === 'boolean') return value ? '是' : '否';
      return options.find((option) => option.value === value)?.title ?? String(value as string | number);
    };
    const [was, is] = [words(before[key]), words(after[key])];
    return was === is ? [] : [{ part: 'answer' as const, key, title, before: was, after: is }];
  });
}

function materialChanges(
  materials: Definition['materials'],
  before: SeenContent['materials'],
  after: SeenContent['materials'],
): CaseChange[] {
  return materials.flatMap(({ code, name }) => {
    const [was, is] = [before[code], after[code]];
    if (was?.verdict === is?.verdict && was?.latest === is?.latest && was?.files === is?.files) return [];
    return [{ part: 'material' as const, key: code, title: name, before: materialWords(was), after: materialWords(is) }];
  });
}

function materialWords(material: SeenContent['materials'][string] | undefined): string {
  if (!material) return '';
  const verdict = MATERIAL_VERDICT_LABELS[material.verdict as MaterialVerdict] ?? material.verdict;
  return material.files === 0 ? verdict : `${material.files} 个文件，${verdict}`;
}
