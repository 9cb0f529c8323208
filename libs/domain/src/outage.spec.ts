import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  formatOutageNo,
  LAST_OUTAGE_SERIAL,
  outageRangeOf,
  outageRangesOverlap,
  outageSpanWords,
  outageTimeProblem,
  parseOutageNo,
  parseOutageSpan,
} from './outage.js';

const range = { prefix: 'LJT', first: 1, last: 200, handedOutOn: '2026-03-02' };

describe('R10.5 numbered paper of an outage', () => {
  it('reads back every number that it prints, however people type it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: LAST_OUTAGE_SERIAL }), fc.constantFrom('LJT', 'X', 'ABCDEFGH'), (serial, prefix) => {
        const text = formatOutageNo(prefix, serial);
        for (const typed of [text, text.toLowerCase(), text.replace('-', ''), ` ${text} `, `${prefix}${serial}`]) {
          expect(parseOutageNo(typed)).toEqual({ ok: true, value: { prefix, serial, text } });
        }
      }),
    );
  });

  it.each(['', '000123', 'LJT-', 'LJT-0', 'LJT-1234567', '临-000001', 'LJT-12A'])('refuses %p with a sentence', (typed) => {
    expect(parseOutageNo(typed)).toMatchObject({ ok: false, problem: 'shape' });
  });

  it('R10.4 asks for the cases of a range by its numbers, or by one', () => {
    const ends = (typed: string) => {
      const span = parseOutageSpan(typed);
      return span && [span.from.text, span.through.text];
    };
    expect(ends(outageSpanWords(range))).toEqual(['LJT-000001', 'LJT-000200']);
    expect(ends('ljt1~ljt9')).toEqual(['LJT-000001', 'LJT-000009']);
    expect(ends('LJT-000007')).toEqual(['LJT-000007', 'LJT-000007']);
    for (const none of ['', '王小明', 'LJT-9 至 LJT-1', 'LJT-1 至 LJX-9', 'LJT-1~LJT-2~LJT-3', '至']) expect(ends(none)).toBeUndefined();
  });

  it('finds the range of a number, its ends included', () => {
    const of = (serial: number) => outageRangeOf([range], { prefix: 'LJT', serial, text: '' });
    expect([1, 200].map(of)).toEqual([range, range]);
    expect([of(201), outageRangeOf([range], { prefix: 'LJ', serial: 1, text: '' })]).toEqual([undefined, undefined]);
  });

  it('ranges of one prefix share no number', () => {
    const overlap = (first: number, last: number, prefix = 'LJT') => outageRangesOverlap(range, { ...range, prefix, first, last });
    expect([overlap(200, 300), overlap(50, 60), overlap(1, 1)]).toEqual([true, true, true]);
    expect([overlap(201, 300), overlap(1, 200, 'LJS')]).toEqual([false, false]);
  });

  it('the true time is neither in the future nor before the paper was handed out', () => {
    const now = new Date('2026-03-04T01:00:00Z');
    const at = (instant: string) => outageTimeProblem(new Date(instant), { range, now });
    expect(at('2026-03-04T01:00:01Z')).toBe('future');
    // 2026-03-02 00:00 in Shanghai is the evening before in UTC (R1.4).
    expect(at('2026-03-01T15:59:59Z')).toBe('before-range');
    expect(at('2026-03-01T16:00:00Z')).toBeNull();
    expect(at('2026-03-04T01:00:00Z')).toBeNull();
  });
});
