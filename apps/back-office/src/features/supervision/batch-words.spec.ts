import { describe, expect, it } from '@jest/globals';
import type { BatchItem } from '@onewindow/contracts';
import { assignableAgain, durationWords, outcomeWord } from './batch-words.js';

function item(part: Partial<BatchItem>): BatchItem {
  return {
    taskId: 't',
    caseId: 'c',
    caseNo: '1',
    title: '',
    itemName: '',
    state: 'done',
    code: null,
    message: null,
    nextAction: null,
    from: null,
    to: null,
    ...part,
  };
}

describe('a batch in words', () => {
  it('assigns again what another person could take, not what is over', () => {
    const items = [
      item({ taskId: '1', state: 'failed', nextAction: 'openCase' }),
      item({ taskId: '2', state: 'failed', nextAction: 'chooseOther' }),
      item({ taskId: '3', state: 'failed', nextAction: 'retry' }),
      item({ taskId: '4', state: 'done' }),
    ];
    expect(assignableAgain(items).map(({ taskId }) => taskId)).toEqual(['2', '3']);
  });

  it('tells how long it took', () => {
    expect(durationWords({ createdAt: '2026-10-29T02:00:00.000Z', finishedAt: '2026-10-29T02:00:03.400Z' })).toBe('用时 3.4 秒');
    expect(durationWords({ createdAt: '2026-10-29T02:00:00.000Z', finishedAt: '2026-10-29T02:02:05.000Z' })).toBe('用时 2 分 5 秒');
    expect(durationWords({ createdAt: '2026-10-29T02:00:00.000Z', finishedAt: null })).toBeNull();
  });

  it('says the outcome beside each row', () => {
    expect(outcomeWord(item({ state: 'done' })).words).toBe('已改派');
    expect(outcomeWord(item({ state: 'failed' })).tone).toBe('red');
    expect(outcomeWord(item({ state: 'waiting' })).words).toBe('处理中');
  });
});
