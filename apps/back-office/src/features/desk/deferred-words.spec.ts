import { describe, expect, it } from '@jest/globals';
import { deferredWords } from './deferred-words.js';

describe('deferredWords', () => {
  it('R4.3 counts what is to come, with the first of its days', () => {
    const deferred = (dueOn: string | null) => ({ verdict: 'deferred' as const, dueOn });
    expect(deferredWords([deferred('2026-11-19'), { verdict: 'qualified' }, deferred('2026-11-17')])).toBe('容缺 2 份，11-17 前补齐');
    expect(deferredWords([deferred(null)])).toBe('容缺 1 份');
    expect(deferredWords([{ verdict: 'reused' }])).toBeNull();
  });
});
