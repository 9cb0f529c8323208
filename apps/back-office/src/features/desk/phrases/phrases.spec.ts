import { describe, expect, it } from '@jest/globals';
import type { DeskSettings } from '@onewindow/contracts';
import { FIRST_PHRASES, insertPhrase, moved, phraseLabel, phrasesFor, tidied } from './phrases.js';

const settings = (own: string[] | null, department: string[] | null): DeskSettings => ({
  autoClaim: false,
  searches: [],
  phrases: [{ kind: 'review', own, department }],
  maySetDepartment: false,
});

describe('phrases', () => {
  it('are the officer’s own, else the department’s, else everybody’s', () => {
    expect(phrasesFor(undefined, 'consultation')).toEqual(FIRST_PHRASES.consultation);
    expect(phrasesFor(settings(null, null), 'review')).toEqual(FIRST_PHRASES.review);
    expect(phrasesFor(settings(null, ['同意。']), 'review')).toEqual(['同意。']);
    expect(phrasesFor(settings([], ['同意。']), 'review')).toEqual([]);
  });

  it('are kept once each, without blanks', () => {
    expect(tidied([' 好。', '', '好。', '不好。'])).toEqual(['好。', '不好。']);
  });

  it('change places, and stay at the ends', () => {
    expect(moved(['1', '2', '3'], 1, -1)).toEqual(['2', '1', '3']);
    expect(moved(['1', '2', '3'], 1, 1)).toEqual(['1', '3', '2']);
    expect(moved(['1', '2'], 0, -1)).toEqual(['1', '2']);
    expect(moved(['1', '2'], 1, 1)).toEqual(['1', '2']);
  });

  it('go where the cursor is', () => {
    expect(insertPhrase('甲乙', '丙', 1, 1)).toEqual({ text: '甲丙乙', caret: 2 });
    expect(insertPhrase('甲乙', '丙', 0, 2)).toEqual({ text: '丙', caret: 1 });
  });

  it('are short on the button', () => {
    expect(phraseLabel('符合规划要求。')).toBe('符合规划要求');
    expect(phraseLabel('图纸与现场不一致，退回补充。')).toBe('图纸与现场不一…');
  });
});
