import { describe, expect, it } from '@jest/globals';
import type { DraftedDecision } from '@onewindow/contracts';
import { hindranceOf, mainLabel } from './main-label.js';

const yes = (action: string) => ({ action, allowed: true });
const drafted = (decision: 'grant' | 'deny') => ({ decision, opinion: '不符合。' }) as DraftedDecision;

describe('what stands in the way of the main action', () => {
  it('is a missing opinion of a review, and nothing on a decision', () => {
    expect(hindranceOf({ verb: 'complete', action: yes('complete') }, { opinion: ' ' })).toEqual({ hindrance: '先写审查意见' });
    expect(hindranceOf({ verb: 'complete', action: yes('complete') }, { opinion: '同意。' })).toEqual({});
    expect(hindranceOf({ verb: 'decide', action: yes('decide') }, { opinion: '' })).toEqual({});
  });

  it('keeps the words of a drafted denial from a grant', () => {
    const main = { verb: 'decide' as const, action: yes('decide') };
    expect(hindranceOf(main, { opinion: '不符合。' }, drafted('deny')).hindrance).toContain('拟不予许可');
    expect(hindranceOf(main, { opinion: '整改后符合。' }, drafted('deny'))).toEqual({});
    expect(hindranceOf(main, { opinion: '不符合。' }, drafted('grant'))).toEqual({});
  });
});

describe('the one button', () => {
  it('says what it does, and that the next opens', () => {
    expect(mainLabel('complete', { kind: 'review' }, 'agree', true)).toBe('审查通过，开下一件');
    expect(mainLabel('complete', { kind: 'consultation' }, 'object', false)).toBe('答复不同意');
    expect(mainLabel('decide', { kind: 'decision' }, 'agree', false)).toBe('准予');
  });
});
