import type { ReadyRow } from '@onewindow/contracts';
import type { PickupMethod } from '@onewindow/domain';
import { methodProblem } from './delivery.js';

/** One applicant with all that waits for them. */
export interface ReadyGroup {
  applicantId: string;
  applicantName: string;
  identityMasked: string;
  /** 公共场所卫生许可 等 3 件 */
  words: string;
  /** Calendar days of the one that waits longest. */
  waitingDays: number;
  /** R6.3: working days beyond the first reminder, of the one that waits longest; null before it is listed. */
  overdueDays: number | null;
  caseIds: string[];
  /** R6.2: what this hall has to do about a paper; null when nothing. */
  paper: string | null;
}

/** Groups the rows by applicant and keeps their order: longest waiting first. */
export function groupByApplicant(rows: readonly ReadyRow[]): ReadyGroup[] {
  const groups = new Map<string, ReadyRow[]>();
  for (const row of rows) groups.set(row.applicantId, [...(groups.get(row.applicantId) ?? []), row]);
  return [...groups].map(([applicantId, own]) => {
    const [first] = own as [ReadyRow, ...ReadyRow[]];
    return {
      applicantId,
      applicantName: first.applicantName,
      identityMasked: first.applicantIdentityMasked,
      words: own.length === 1 ? first.result.name : `${first.itemName} 等 ${own.length} 件`,
      waitingDays: Math.max(...own.map((row) => row.waitingDays)),
      overdueDays: own.reduce<number | null>(
        (most, { uncollected }) => (uncollected ? Math.max(most ?? 0, uncollected.overdueDays) : most),
        null,
      ),
      caseIds: own.map((row) => row.caseId),
      paper: own.map(paperWords).find((words) => words !== null) ?? null,
    };
  });
}

/** One collector for several: those besides the applicant on the window, the one after it first, so that going on comes round to all. */
export function othersOf(rows: readonly ReadyRow[], applicantId: string | null): ReadyGroup[] {
  const groups = groupByApplicant(rows);
  const at = groups.findIndex((group) => group.applicantId === applicantId);
  return at < 0 ? groups : [...groups.slice(at + 1), ...groups.slice(0, at)];
}

/** The neighbour in the list of who is at `from`; the first when nobody is, the same at the end. */
export function stepFrom(groups: readonly Pick<ReadyGroup, 'applicantId'>[], from: string | null, step: 1 | -1): string | null {
  const at = groups.findIndex(({ applicantId }) => applicantId === from);
  const next = groups[at < 0 ? 0 : Math.min(groups.length - 1, Math.max(0, at + step))];
  return next?.applicantId ?? null;
}

/** 待送出: another hall asked for it; 在途: it comes to this one; 不在本大厅: it would have to be called. */
function paperWords({ paper }: ReadyRow): string | null {
  const may = (move: string) => paper?.actions.some(({ action, allowed }) => action === move && allowed) === true;
  if (may('send')) return '待送出';
  if (may('arrive')) return '在途';
  return may('call') ? '不在本大厅' : null;
}

/** R6.3: reminded of and still not collected. */
export function uncollectedRows(rows: readonly ReadyRow[]): ReadyRow[] {
  return rows.filter((row) => row.uncollected !== null);
}

/** The longest wait first, so more of them follow on the next page only while the last one loaded is one of them. */
export function uncollectedGoOn(rows: readonly ReadyRow[], hasMore: boolean): boolean {
  return hasMore && rows.at(-1)?.uncollected != null;
}

/** 逾期未领 3; 逾期未领 200 件以上 while only a part of them is loaded. */
export function uncollectedLabel(count: number, goesOn: boolean): string {
  return count === 0 ? '逾期未领' : `逾期未领 ${count}${goesOn ? ' 件以上' : ''}`;
}

/** How long it has waited, in words: 已等 3 天; once it is listed 逾期 2 个工作日. */
export function waitingWords({ waitingDays: days, overdueDays }: Pick<ReadyGroup, 'waitingDays' | 'overdueDays'>): string {
  if (overdueDays !== null) return `逾期 ${overdueDays} 个工作日`;
  return days <= 0 ? '今天到' : `已等 ${days} 天`;
}

/** May it be handed over now, and this way? The server says so, and what hinders when not. */
export function canHandOver(row: ReadyRow, method: PickupMethod): boolean {
  return row.problems.length === 0 && methodProblem(row, method) === null && row.actions.some((a) => a.action === 'handOver' && a.allowed);
}

/** R6.2: where the paper is, on paper: 望湖街道便民服务中心，B 柜 12 格; what is printed at the window has none. */
export function placeWords({ paper, result }: Pick<ReadyRow, 'paper' | 'result'>): string {
  if (paper?.state === 'onTheWay') return `${paper.hall.name}送往${paper.to?.name ?? ''}途中`;
  const isElsewhere = paper?.actions.some(({ action, allowed }) => action === 'call' && allowed) === true || paper?.state === 'asked';
  const place = result.place ?? (paper === null ? '电子' : '');
  return isElsewhere ? [paper?.hall.name ?? '', place].filter((words) => words !== '').join('，') : place || '本大厅';
}
