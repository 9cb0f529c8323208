import type { endpoints, ItemDefinition, ResponseOf } from '@onewindow/contracts';
import { awaitedPoints, isInReview, paperDate, supplementPoints } from '@onewindow/domain';
import { type MaterialRead, missingMaterials } from '../case-view/index.js';
import type { KnownVersion } from '../catalogue/index.js';
import type { ProgressCorrection, ProgressRecord } from './progress.statements.js';

type Progress = ResponseOf<typeof endpoints.getProgress>;
type Ask = NonNullable<Progress['ask']>;

/**
 * What the applicant has to bring, in the item's own words: a clerk's words about a paper may name somebody, so they stay in the notice
 * (R10.3). Null when nothing is waited for.
 */
export function askOf(
  record: ProgressRecord,
  version: KnownVersion,
  materials: readonly MaterialRead[],
  today: string,
  corrections: readonly ProgressCorrection[] = [],
): Ask | null {
  if (record.status === 'supplementing' || (record.status === 'received' && record.supplementCount > 0)) {
    return supplementAsk(record, version, materials, today);
  }
  if (!isInReview(record.status) && record.status !== 'decided') return null;
  const deferred = deferredAsk(version.definition, materials, today);
  const asked = correctionAsk(version.definition, corrections, today);
  if (asked === null || deferred === null) return asked ?? deferred;
  // Both at once: what the review waits for leads, each with its own day.
  return { ...asked, lines: [...asked.lines, `${deferred.title}：`, ...deferred.lines], note: `${asked.note}${deferred.note}` };
}

/** What reviews asked for (R3.3), by name alone; of a bundle under the name of the child whose review asked. */
function correctionAsk(definition: ItemDefinition, corrections: readonly ProgressCorrection[], today: string): Ask | null {
  const open = corrections.flatMap((one) =>
    awaitedPoints(one.points, one.brought ?? []).map(({ name }) => ({ name: one.child ? `${one.child.name}：${name}` : name, of: one })),
  );
  const asking = [...new Set(open.map(({ of }) => of))];
  const days = [...new Set(asking.map(({ dueOn }) => dueOn))].sort();
  const [first] = days;
  if (first === undefined) return null;
  const title = first < today ? `${short(first)}已过，还有 ${open.length} 项没有补正` : `请在 ${short(first)}前补正 ${open.length} 项`;
  // The one day that the title names is not said again behind each of them.
  const lines = open.map(({ name, of }) => (days.length === 1 ? `${name}。` : `${name}，${short(of.dueOn)}前。`));
  return { title, lines, note: `详见补正告知书。${clockWords(asking)}`, how: broughtTo(definition, '材料') };
}

const RUNS_ON = '办理时限照常计算，逾期没有补正的按现有材料决定。';

/** Each child of a bundle has clocks of its own: it is said whose stand still where not all do. */
function clockWords(asking: readonly ProgressCorrection[]): string {
  const stopped = asking.filter(({ stopsClock }) => stopsClock);
  if (stopped.length === 0) return RUNS_ON;
  if (stopped.length === asking.length) return '补正期间停止计时。';
  return `${stopped.map(({ child }) => child?.name).join('、')}补正期间停止计时，其余${RUNS_ON}`;
}

function supplementAsk(record: ProgressRecord, version: KnownVersion, materials: readonly MaterialRead[], today: string): Ask | null {
  const missing = missingMaterials({ row: record, version, materials, today }).map((one) => ({
    ...one,
    reason: one.problem === 'missing' ? one.reason : one.problem === 'unchecked' ? '已交，正在核对' : '有误，详见补正告知书',
  }));
  if (missing.length === 0) return null;
  const points = supplementPoints(missing, (code) => version.definition.materials.find((material) => material.code === code));
  const lines = points.map(({ name, problem, standard, bring }) => `${name}：${[problem, standard, bring].filter(Boolean).join('；')}。`);
  const note = '最后一份补齐之日为受理之日，补正前不计办理时限。';
  return { title: `还要补正 ${points.length} 份材料`, lines, note, how: TO_ITS_HALL };
}

/** What was promised for later. A day that has passed is told as passed: nobody can keep it any more (R4.4). */
function deferredAsk(definition: ItemDefinition, materials: readonly MaterialRead[], today: string): Ask | null {
  const owed = definition.materials.flatMap(({ code, name }) => {
    const material = materials.find((one) => one.code === code && one.verdict === 'deferred');
    return material ? [{ name, dueOn: material.dueOn }] : [];
  });
  if (owed.length === 0) return null;
  const days = [...new Set(owed.flatMap(({ dueOn }) => dueOn ?? []))].sort();
  const [first] = days;
  const isPast = first !== undefined && first < today;
  const title = isPast
    ? `${short(first)}已过，还有 ${owed.length} 份材料没有补交`
    : `请${first === undefined ? '' : `在 ${short(first)}前`}补交 ${owed.length} 份材料`;
  // The one day that the title names is not said again behind each of them.
  const lines = owed.map(({ name, dueOn }) => (dueOn == null || days.length === 1 ? `${name}。` : `${name}，${short(dueOn)}前。`));
  return { title, lines, note: '补交前不能领证。', how: broughtTo(definition, '原件') };
}

/** What stops the acceptance is the receiving hall's; what an accepted case waits for goes to any counter where the item says so (通办). */
const TO_ITS_HALL = '带材料到受理的大厅，报编号即可。';
const broughtTo = ({ scope }: ItemDefinition, what: '材料' | '原件'): string =>
  scope === 'region' ? `带${what}到任一大厅，报编号即可。` : TO_ITS_HALL;
/** 11 月 5 日 */
const short = (date: string): string => paperDate(date).replace(/^\d+ 年 /, '');

/** What is out of the ordinary and concerns the applicant, in words (R2.4, R2.6, R10.5). */
export function notesOf(record: ProgressRecord): string[] {
  const notes: string[] = [];
  if (record.outageNo !== null) notes.push('停机期间以纸质单收件，时限从实际收件之日起算。');
  if (record.deemedAccepted && record.acceptedOn !== null)
    notes.push(`五个工作日内没有告知补正，依法自 ${paperDate(record.acceptedOn)}收件之日起视为受理。`);
  if (record.status === 'declined') notes.push('理由和救济途径写在《不予受理通知书》上，可到受理窗口领取。');
  if (record.status === 'withdrawn') notes.push('已按书面申请撤回，需要时可以重新提出申请。');
  if (record.status === 'terminated') notes.push('办理已终止，理由和救济途径写在《终止办理通知书》上，可到受理窗口领取。');
  if (record.promisedProvisional && isInReview(record.status)) notes.push('办结日期暂定，次年放假安排公布后重新计算。');
  return notes;
}
