import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type BatchCandidate, BATCH_OUTCOMES, batchLikeness, batchRefusal, type PointState } from './batch-review.js';
import { TASK_KINDS } from './task-status.js';

const LIKE = { itemId: 'food', stepKey: 'decision' };
const CLEAR: BatchCandidate = {
  ...LIKE,
  taskId: 't',
  kind: 'decision',
  refusal: null,
  paused: false,
  ownPoints: ['open', 'open'],
  earlierPoints: ['met'],
  proposesDenial: false,
};

describe('batchLikeness', () => {
  it('is what most of the tasks share, of equals the first', () => {
    const other = { itemId: 'lift', stepKey: 'plan' };
    expect(batchLikeness([other, LIKE, LIKE])).toEqual(LIKE);
    expect(batchLikeness([other, LIKE])).toEqual(other);
    expect(batchLikeness([])).toBeNull();
  });
});

describe('batchRefusal', () => {
  it('takes what is alike and clear', () => expect(batchRefusal(CLEAR, LIKE)).toBeNull());

  it.each<[Partial<BatchCandidate>, string, string]>([
    [{ kind: 'issue' }, 'batch.singly', '这一环节须逐件办'],
    [{ itemId: 'lift' }, 'batch.not-alike', '不是同一事项、同一环节，另批办'],
    [{ refusal: { code: 'task.recusal', reason: '须回避' } }, 'task.recusal', '须回避'],
    [{ paused: true }, 'batch.paused', '暂停计时中，单独办'],
    [{ ownPoints: ['unmet', 'pending'] }, 'batch.points-unmet', '要点 1 条不符合、1 条待答复，单独办'],
    [{ earlierPoints: ['pending', 'met'] }, 'batch.points-unmet', '前面环节要点 1 条待答复，单独办'],
    [{ proposesDenial: true }, 'batch.denial-proposed', '承办人拟不予许可。不予须逐件写明理由，单独办'],
  ])('keeps out %j', (part, code, reason) => {
    expect(batchRefusal({ ...CLEAR, ...part }, LIKE)).toEqual({ code, reason });
  });

  it('never passes what anybody marked, whatever else is true', () => {
    const state = fc.constantFrom<PointState>('open', 'met', 'unmet', 'pending');
    const candidate = fc.record({
      taskId: fc.constant('t'),
      itemId: fc.constantFrom('food', 'lift'),
      stepKey: fc.constantFrom('decision', 'plan'),
      kind: fc.constantFrom(...TASK_KINDS),
      refusal: fc.constantFrom(null, { code: 'a', reason: 'b' }),
      paused: fc.boolean(),
      ownPoints: fc.array(state, { maxLength: 4 }),
      earlierPoints: fc.array(state, { maxLength: 4 }),
      proposesDenial: fc.boolean(),
    });
    fc.assert(
      fc.property(candidate, (one) => {
        const clear = [...one.ownPoints, ...one.earlierPoints].every((point) => point === 'open' || point === 'met');
        const alike = one.itemId === LIKE.itemId && one.stepKey === LIKE.stepKey;
        const may = alike && clear && one.refusal === null && !one.paused && !one.proposesDenial && BATCH_OUTCOMES[one.kind] !== null;
        expect(batchRefusal(one, LIKE) === null).toBe(may);
      }),
    );
  });
});
