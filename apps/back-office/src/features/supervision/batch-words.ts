import type { Batch, BatchItem } from '@onewindow/contracts';
import type { ReassignVerb } from './reassign-drawer.js';

/** What is left to do about a failure, as its button says it. */
export const NEXT_ACTION_LABELS = { openCase: '看办件', chooseOther: '另选人', retry: '重派' } as const satisfies Record<
  NonNullable<BatchItem['nextAction']>,
  string
>;

const VERBS = { handoff: '移交', evenOut: '均衡' } as const;

/** What the batch did, as the head of its result and its rows say it. */
export function batchWords(kind: Batch['kind'], reassign: ReassignVerb): { title: string; done: string; failed: string; doing: string } {
  const verb = kind === 'reassign' ? reassign : VERBS[kind];
  return { title: `${verb}结果`, done: `已${verb}`, failed: `未${verb}`, doing: `正在${verb}` };
}

/** Failures that can be assigned again: to somebody else, or once more. */
export function assignableAgain(items: readonly BatchItem[]): BatchItem[] {
  return items.filter(({ state, nextAction }) => state === 'failed' && (nextAction === 'chooseOther' || nextAction === 'retry'));
}

/** How long a batch took: `用时 3.4 秒`, from a minute on in minutes. Null while it runs. */
export function durationWords(batch: Pick<Batch, 'createdAt' | 'finishedAt'>): string | null {
  if (batch.finishedAt === null) return null;
  const seconds = Math.max(0, (Date.parse(batch.finishedAt) - Date.parse(batch.createdAt)) / 1000);
  if (seconds < 60) return `用时 ${seconds.toFixed(1)} 秒`;
  return `用时 ${Math.floor(seconds / 60)} 分 ${Math.round(seconds % 60)} 秒`;
}

/** The word of a row in the list beside the result: 已改派, 未改派, 处理中. */
export function outcomeWord(item: BatchItem): { words: string; tone: 'green' | 'red' | 'neutral' } {
  if (item.state === 'done') return { words: '已改派', tone: 'green' };
  if (item.state === 'failed') return { words: '未改派', tone: 'red' };
  return { words: '处理中', tone: 'neutral' };
}
