import { describe, expect, it } from '@jest/globals';
import { parseDocumentNumber } from './document-number.js';

const TODAY = '2026-11-05';
const read = (text: string) => parseDocumentNumber(text, TODAY);

describe('the number of a document that somebody shows (R6.1)', () => {
  it('is a 公民身份号码 with its check digit', () => {
    expect(read(' 110105 19491231 002x ')).toEqual({ ok: true, value: { number: '11010519491231002X', isNational: true } });
  });

  it.each(['110105194912310021', '11010519491331002X', '110105491231002', '1101051949123', '12345678901234567890123'])(
    '%s looks like one and is none',
    (text) => {
      expect(read(text).ok).toBe(false);
    },
  );

  it.each(['e12345678', '123456789', '12345678', '0123456789', 'H60123456(0)', 'Ｅ１２３４５６７８'])(
    '%s is of another document',
    (text) => {
      expect(read(text)).toMatchObject({ ok: true, value: { isNational: false } });
    },
  );

  it.each(['', '1234', '护照', 'E12.345'])('%s is none', (text) => {
    expect(read(text)).toMatchObject({ ok: false, problem: 'document' });
  });
});
