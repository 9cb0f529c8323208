import type { CaseDetail, DeferralView, ItemDefinition } from '@onewindow/contracts';
import type { IsoDate, MaterialVerdict } from '@onewindow/domain';
import { validateForm } from '@onewindow/ui';
import type { Answers, FormValues } from './draft-edits.js';
import type { Unsettled } from '../identify/index.js';
import { isAnswered } from './situation-hints.js';

/** One thing that hinders acceptance; the decision bar makes it a button that jumps there. */
export interface Missing {
  kind: CaseDetail['hindrances'][number]['kind'];
  key: string;
  label: string;
  reason: string;
  /** ■ wrong; otherwise ○ not there yet. */
  isWrong: boolean;
}

type Known = Pick<CaseDetail, 'hindrances' | 'materials'> & Partial<Pick<CaseDetail, 'applicant'>>;
interface Typed {
  /** R4: what the server says against a deferral that was made; grade, answers and days may have changed since. */
  deferrals?: DeferralView | undefined;
  answers: Answers;
  form: FormValues;
  /** R8.2: reasons by credit code that fails and stands. */
  overrides?: CaseDetail['formOverrides'];
  today: IsoDate;
  /** Entered whole and on its way to the server. */
  isApplicantTyped?: boolean;
  /** Somebody is being typed and is not whole: the case must not be accepted for the one before, nor without them. */
  unsettled?: Unsettled;
}

/**
 * What hinders acceptance: the server's list, with what was typed since laid over it, so that a filled field goes from the bar with the
 * last key and not with the next saving. The server decides again when the case is accepted.
 */
export function whatIsMissing(known: Known, definition: ItemDefinition, typed: Typed): Missing[] {
  return [
    ...unsettledPerson(known, typed),
    ...known.hindrances
      .filter((h) => h.kind === 'applicant' && !(h.key === 'applicant' && known.applicant === null && typed.isApplicantTyped))
      .map((h) => ({ ...h, isWrong: false })),
    ...missingAnswers(definition, typed.answers),
    ...missingMaterials(known, typed.deferrals),
    ...wrongFields(known, definition, typed),
  ];
}

function unsettledPerson({ hindrances, applicant }: Known, { unsettled }: Typed): Missing[] {
  if (!unsettled || hindrances.some(({ kind, key }) => kind === 'applicant' && key === unsettled)) return [];
  if (unsettled === 'applicant' && !applicant) return [];
  const label = unsettled === 'agent' ? '代理人没有填完' : '申请人没有填完';
  return [{ kind: 'applicant', key: unsettled, label, reason: '没有填完', isWrong: true }];
}

function missingAnswers(definition: ItemDefinition, answers: Answers): Missing[] {
  return definition.questions
    .filter((question) => !isAnswered(question, answers))
    .map((question) => ({ kind: 'answer' as const, key: question.key, label: question.title, reason: '未选', isWrong: false }));
}

const VERDICT_WORDS = { faulty: '有误', unchecked: '未核', deferred: '不可容缺' } as const satisfies Partial<
  Record<MaterialVerdict, string>
>;
const wordOf = (verdict: MaterialVerdict | undefined): string =>
  verdict !== undefined && verdict in VERDICT_WORDS ? VERDICT_WORDS[verdict as keyof typeof VERDICT_WORDS] : '未交';

/** Papers in the order of the checklist: what is not there or not right, and what was deferred and can't be any more. */
function missingMaterials({ hindrances, materials }: Known, deferrals: DeferralView | undefined): Missing[] {
  const reasons = new Map(hindrances.filter((h) => h.kind === 'material').map((h) => [h.key, h.reason]));
  for (const { code, problem } of deferrals?.materials ?? []) {
    if (problem !== null && materials.some((one) => one.code === code && one.verdict === 'deferred')) reasons.set(code, `容缺：${problem}`);
  }
  return materials.flatMap(({ code, name, verdict }, at) => {
    const reason = reasons.get(code);
    if (reason === undefined) return [];
    const label = `${at + 1} ${shortName(name)}${wordOf(verdict)}`;
    return [{ kind: 'material' as const, key: code, label, reason, isWrong: verdict === 'faulty' || verdict === 'deferred' }];
  });
}

function wrongFields({ applicant }: Known, { form: schema }: ItemDefinition, { answers, form, overrides, today }: Typed): Missing[] {
  const context = { today, answers, ownNumberMasked: applicant?.identityMasked, overrides };
  return validateForm(schema, form, context).map(({ path, message, label, isWrong }) => ({
    kind: 'field' as const,
    key: path,
    label,
    reason: message,
    isWrong,
  }));
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** Names of papers are long and differ at their end: as many of the last words as the bar has room for, 公共场所卫生许可申请表 → 卫生许可申请表. */
export function shortName(name: string, max = 8): string {
  const bare = name.replace(/[（(].*?[）)]/g, '');
  if (bare.length <= max) return bare;
  const words = Array.from(WORDS.segment(bare), ({ segment }) => segment);
  let short = '';
  for (const word of words.toReversed()) {
    if (short !== '' && short.length + word.length > max) break;
    short = word + short;
  }
  return short.replace(/^[、，及和与]/, '');
}

/** The first missing thing after the one that was just settled, for the focus that goes where the next thing is. */
export function nextMissing(missing: readonly Missing[], after?: { kind: Missing['kind']; key: string }): Missing | null {
  if (!after) return missing[0] ?? null;
  const at = missing.findIndex((m) => m.kind === after.kind && m.key === after.key);
  return missing[at + 1] ?? missing.find((m) => m.key !== after.key) ?? null;
}
