import { describe, expect, it } from '@jest/globals';
import { addPhrase, FIRST_PHRASES, insertPhrase, parsePhrases, phraseLabel, phrasesFor } from './phrases.js';

describe('phrases', () => {
  it('start with those of everybody until an officer keeps own ones', () => {
    expect(phrasesFor({}, 'consultation')).toEqual(FIRST_PHRASES.consultation);
    expect(phrasesFor({ consultation: ['同意。'] }, 'consultation')).toEqual(['同意。']);
  });

  it('survive a broken store', () => {
    expect(parsePhrases('{"review":')).toEqual({});
    expect(parsePhrases('null')).toEqual({});
    expect(parsePhrases('{"review":["好",7],"other":["x"]}')).toEqual({ review: ['好'] });
  });

  it('keep six, each once, the newest last', () => {
    const six = ['1', '2', '3', '4', '5', '6'];
    expect(addPhrase(six, ' 7 ')).toEqual(['2', '3', '4', '5', '6', '7']);
    expect(addPhrase(six, '3')).toEqual(six);
    expect(addPhrase(six, '  ')).toEqual(six);
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
