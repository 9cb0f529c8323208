import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { faultOf, faultSentence, togglePoint, unknownPoints } from './material-fault.js';

const ASKED = ['填写完整', '签名', '日期'];

describe('what is wrong with a material (R2.3)', () => {
  it('names the review points that fail, then the words', () => {
    expect(faultSentence({ points: ['签名', '日期'], words: ' 第三页没有盖章 ' })).toBe('不符合“签名”；不符合“日期”；第三页没有盖章');
    expect(faultSentence({ points: [], words: '看不清' })).toBe('看不清');
    expect(faultSentence({ points: ['签名'], words: '' })).toBe('不符合“签名”');
  });

  it('is found again behind its sentence; an old row has words alone', () => {
    expect(faultOf('不符合“签名”；看不清', null)).toEqual({ points: [], words: '不符合“签名”；看不清' });
    expect(faultOf(null, null)).toEqual({ points: [], words: '' });
    fc.assert(
      fc.property(
        fc.subarray(ASKED),
        fc
          .string()
          .map((words) => words.trim())
          .filter((words) => !words.startsWith('；')),
        (points, words) => {
          expect(faultOf(faultSentence({ points, words }), points)).toEqual({ points, words });
        },
      ),
    );
  });

  it('keeps the version’s order and knows foreign points', () => {
    expect(togglePoint(['日期'], '填写完整', ASKED)).toEqual(['填写完整', '日期']);
    expect(togglePoint(['填写完整', '日期'], '填写完整', ASKED)).toEqual(['日期']);
    expect(unknownPoints(['签名', '盖章'], ASKED)).toEqual(['盖章']);
  });
});
