import { paperDate } from '@onewindow/domain';
import type { ListedOutcome, StoredNoticeContent } from '../../notice-content.js';
import type { DocumentTable } from '../document-model.js';
import { application, caseNoFact, contact, type Fact, type NoticeWords, PROGRESS } from './phrases.js';

/** 一件事办理结果告知书: what every department decided, told once. */
export const bundleOutcome: NoticeWords = {
  opening: (c) => [[...application(c), `，各有关部门已经全部办完，${summary(c.outcomes ?? [])}，现一次告知。`]],
  facts: (c) => [caseNoFact(c), ['办完日期', paperDate(c.decidedOn ?? c.issuedOn)], ['领取方式', `${c.delivery}，全部结果一次领取`]],
  table: (c) => outcomeTable(c.outcomes ?? []),
  closing: (c) => [...failedWords(c.outcomes ?? []), [PROGRESS, contact(c)]],
};

function isGranted({ outcome }: ListedOutcome): boolean {
  return outcome === '准予';
}

function summary(outcomes: readonly ListedOutcome[]): string {
  const granted = outcomes.filter(isGranted).length;
  const failed = outcomes.length - granted;
  if (granted === 0) return `${failed} 个事项都没有办成`;
  return failed === 0 ? `${granted} 个事项均准予办理` : `准予办理 ${granted} 个事项，${failed} 个事项没有办成`;
}

/** Every child with its department and what it came to. */
export function outcomeTable(outcomes: readonly ListedOutcome[]): DocumentTable {
  return {
    columns: [
      { title: '序', width: 11.6, align: 'center' },
      { title: '事项', width: 42, align: 'left' },
      { title: '部门', width: 32, align: 'left' },
      { title: '结果', align: 'left' },
    ],
    rows: outcomes.map((one, index) => [
      String(index + 1),
      one.name,
      one.department,
      one.reason === null ? one.outcome : `${one.outcome}：${one.reason}`,
    ]),
  };
}

/** R2.6: the ways of appeal stand on each decision; what was never begun can be asked for again. */
function failedWords(outcomes: readonly ListedOutcome[]) {
  if (outcomes.every(isGranted)) return [];
  return [['不予办理的，随本告知书送达该部门的决定书，救济途径写在决定书上。没有开始的事项，前项具备条件后可以重新申请。']];
}

/** 子项 1: 设立登记，市场监管局，1 个工作日，受理即开始 — what the one receipt says of each child. */
export function childFacts({ children = [] }: { readonly children?: StoredNoticeContent['children'] }): Fact[] {
  return children.map(({ name, department, limit, after }, index) => {
    const starts = after.length === 0 ? '受理即开始' : `${after.join('、')}准予后开始`;
    return [`子项 ${index + 1}`, [name, department, ...(limit === null ? [] : [`${limit} 个工作日`]), starts].join('，')];
  });
}
