import { describe, expect, it } from '@jest/globals';
import { createTurns } from './use-latest.js';

describe('turns', () => {
  it('know which question was asked last, in whatever order the answers come', () => {
    const { begin } = createTurns();
    const first = begin();
    expect(first()).toBe(true);
    const second = begin();
    expect([first(), second()]).toEqual([false, true]);
  });

  it('can be watched without a question of one’s own', () => {
    const { begin, watch } = createTurns();
    const early = watch();
    const asked = begin();
    const late = watch();
    expect([early(), asked(), late()]).toEqual([false, true, true]);
    begin();
    expect([asked(), late()]).toEqual([false, false]);
  });
});
