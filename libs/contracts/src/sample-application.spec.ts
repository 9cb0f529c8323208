import { describe, expect, it } from '@jest/globals';
import { parseIdentityNumber } from '@onewindow/domain';
import { sampleIdentity, samplePdf } from './sample-application.js';

describe('made-up applications', () => {
  it('make valid identity numbers, each serial another person', () => {
    const numbers = Array.from({ length: 2_000 }, (_, serial) => sampleIdentity(serial * 7));
    expect(numbers.filter((number) => !parseIdentityNumber(number, '2026-11-01').ok)).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it.each([900, 20_000, 200_000])('make a PDF of about %i bytes, different each time', (size) => {
    const [one, other] = [samplePdf(size), samplePdf(size)];
    expect(new TextDecoder().decode(one.subarray(0, 5))).toBe('%PDF-');
    expect(Math.abs(one.length - size)).toBeLessThan(200);
    expect(Buffer.compare(one, other)).not.toBe(0);
  });
});
