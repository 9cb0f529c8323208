import { describe, expect, it } from '@jest/globals';
import { batchHindrance } from './batch-words.js';

describe('what is missing before a batch', () => {
  const ready = { taken: 3, points: 2, seen: 2, opinion: '同意。' };
  it.each([
    [ready, null],
    [{ ...ready, seen: 0, opinion: ' ' }, '先核对 2 条要点、写意见'],
    [{ ...ready, opinion: '' }, '先写意见'],
    [{ ...ready, taken: 0 }, '没有一件可以批量办，逐件办'],
  ])('%j', (part, words) => expect(batchHindrance(part)).toBe(words));
});
