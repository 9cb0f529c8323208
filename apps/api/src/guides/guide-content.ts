import type { ItemDefinition } from '@onewindow/contracts';
import { bundleAskersOf, checklistFor, shanghaiToday, takenChildren } from '@onewindow/domain';
import type { Answers, KnownVersion } from '../catalogue/index.js';
import { isPermit, itemInFull, type ListedChild, listedChildren, type NoticeOffice } from '../notices/index.js';

export interface GuideMaterial {
  readonly name: string;
  /** 必交, 选交; a conditional one is on the list because its condition holds. */
  readonly necessity: string;
  readonly isKey: boolean;
  /** 原件 1 份 */
  readonly form: string;
  readonly source: string;
  readonly standard: string;
  readonly points: readonly string[];
  /** 有空白表, 有样表 */
  readonly papers: readonly string[];
  /** 一件事: the departments that it serves. */
  readonly askers?: readonly string[];
}

export type GuideOffice = NoticeOffice & { readonly hallAddress: string };

/** All that a guide prints, fixed when it is handed out. No person stands in it. */
export interface GuideContent {
  readonly item: string;
  readonly code: string;
  readonly permit: boolean;
  readonly instant: boolean;
  readonly statutoryLimit: number | null;
  readonly promisedLimit: number | null;
  readonly feeCents: number;
  readonly legalBasis: string;
  readonly resultName: string;
  readonly regional: boolean;
  readonly delivery: readonly ('window' | 'post' | 'cabinet')[];
  readonly allowsDeferral: boolean;
  readonly allowsCommitment: boolean;
  /** 场所类别：沐浴场所 */
  readonly situation: readonly (readonly [question: string, answer: string])[];
  readonly materials: readonly GuideMaterial[];
  /** 一件事: what each department does, in which order. */
  readonly children?: readonly ListedChild[];
  readonly issuedOn: string;
  readonly officer: string;
}

const MEDIA = { original: '原件', copy: '复印件', electronic: '电子件' } as const;

/** What the sheet says about a version under these answers. */
export function guideContent({ definition, name, code }: KnownVersion, answers: Answers, officer: string, now: Date): GuideContent {
  return {
    item: itemInFull(name, definition.subtype),
    code,
    permit: isPermit(definition),
    instant: definition.kind === 'instant',
    statutoryLimit: definition.statutoryLimit,
    promisedLimit: definition.promisedLimit,
    feeCents: definition.feeCents,
    legalBasis: definition.legalBasis,
    resultName: resultWords(definition, answers),
    regional: definition.scope === 'region',
    delivery: definition.delivery,
    allowsDeferral: definition.allowsDeferral,
    allowsCommitment: definition.allowsCommitment,
    situation: situationWords(definition, answers),
    materials: materialsOf(definition, answers),
    ...(definition.bundle ? { children: listedChildren({ answers, form: {} }, definition.bundle.children) } : {}),
    issuedOn: shanghaiToday(now),
    officer,
  };
}

/** What the applicant holds in the end: of a bundle every document of its children. */
function resultWords({ bundle, result }: ItemDefinition, answers: Answers): string {
  if (!bundle) return result.name;
  return takenChildren(bundle.children, { answers, form: {} })
    .flatMap(({ slice }) => slice?.resultName ?? [])
    .join('、');
}

function situationWords({ questions }: ItemDefinition, answers: Answers): (readonly [string, string])[] {
  return questions.flatMap((question) => {
    const answer = answers[question.key];
    if (answer === undefined) return [];
    const words = typeof answer === 'boolean' ? (answer ? '是' : '否') : question.options.find((option) => option.value === answer)?.title;
    return words === undefined ? [] : [[question.title, words] as const];
  });
}

function materialsOf(definition: ItemDefinition, answers: Answers): GuideMaterial[] {
  const asked = new Map(definition.materials.map((material) => [material.code, material]));
  return checklistFor(definition.materials, { answers, form: {} }).flatMap(({ requirement, required }) => {
    const material = asked.get(requirement.code);
    if (!material) return [];
    const askers = bundleAskersOf(definition.bundle?.children ?? [], requirement.code, { answers, form: {} });
    const { medium, copies, source, standard, reviewPoints, blankForm, filledSample, isKey } = material;
    return [
      {
        name: material.name,
        necessity: required ? '必交' : '选交',
        isKey,
        form: copies > 0 ? `${MEDIA[medium]} ${copies} 份` : MEDIA[medium],
        source,
        standard,
        points: reviewPoints,
        papers: [...(blankForm ? ['有空白表'] : []), ...(filledSample ? ['有样表'] : [])],
        ...(askers.length > 0 ? { askers } : {}),
      },
    ];
  });
}
