import type { endpoints, ItemDefinition, ResponseOf } from '@onewindow/contracts';
import { isInReview, paperDate, supplementPoints } from '@onewindow/domain';
import { type MaterialRead, missingMaterials } from '../case-view/index.js';
import type { KnownVersion } from '../catalogue/index.js';
import type { ProgressRecord } from './progress.statements.js';

type Progress = ResponseOf<typeof endpoints.getProgress>;
type Ask = NonNullable<Progress['ask']>;

/**
 * What the applicant has to bring, in the item's own words: a clerk's words about a paper may name somebody, so they stay in the notice
 * (R10.3). Null when nothing is waited for.
 */
export function askOf(record: ProgressRecord, version: KnownVersion, materials: readonly MaterialRead[], today: string): Ask | null {
  if (record.status === 'supplementing' || (record.status === 'received' && record.supplementCount > 0)) {
    return supplementAsk(record, version, materials, today);
  }
  return isInReview(record.status) || record.status === 'decided' ? deferredAsk(version.definition, materials, today) : null;
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
  const short = (date: string) => paperDate(date).replace(/^\d+ 年 /, '');
  const isPast = first !== undefined && first < today;
  const title = isPast
    ? `${short(first)}已过，还有 ${owed.length} 份材料没有补交`
    : `请${first === undefined ? '' : `在 ${short(first)}前`}补交 ${owed.length} 份材料`;
  // The one day that the title names is not said again behind each of them.
  const lines = owed.map(({ name, dueOn }) => (dueOn == null || days.length === 1 ? `${name}。` : `${name}，${short(dueOn)}前。`));
  return { title, lines, note: '补交前不能领证。', how: definition.scope === 'region' ? TO_ANY_HALL : TO_ITS_HALL };
}

/** What stops the acceptance is the receiving hall's; what an accepted case waits for goes to any counter where the item says so (通办). */
const TO_ITS_HALL = '带材料到受理的大厅，报编号即可。';
const TO_ANY_HALL = '带原件到任一大厅，报编号即可。';

/** What is out of the ordinary and concerns the applicant, in words (R2.4, R2.6, R10.5). */
export function notesOf(record: ProgressRecord): string[] {
  const notes: string[] = [];
  if (record.outageNo !== null) notes.push('停机期间以纸质单收件，时限从实际收件之日起算。');
  if (record.deemedAccepted && record.acceptedOn !== null)
    notes.push(`五个工作日内没有告知补正，依法自 ${paperDate(record.acceptedOn)}收件之日起视为受理。`);
  if (record.status === 'declined') notes.push('理由和救济途径写在《不予受理通知书》上，可到受理窗口领取。');
  if (record.status === 'withdrawn') notes.push('已按书面申请撤回，需要时可以重新提出申请。');
  if (record.status === 'terminated') notes.push('办理已终止，理由可向受理窗口查询。');
  if (record.promisedProvisional && isInReview(record.status)) notes.push('办结日期暂定，次年放假安排公布后重新计算。');
  return notes;
}
