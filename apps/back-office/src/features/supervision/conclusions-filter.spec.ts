import { describe, expect, it } from '@jest/globals';
import { rateWords, readConclusions, writeConclusions } from './conclusions-filter.js';

const read = (address: string) => readConclusions(new URLSearchParams(address));

describe('the conclusions in the address', () => {
  it('are read and written back', () => {
    expect(read('stalled=0')).toBeNull();
    expect(read('concluded=all')).toEqual({ departmentId: null, kind: null });
    expect(read('concluded=late&of=d1')).toEqual({ departmentId: 'd1', kind: 'late' });
    expect(read('concluded=punctual')).toEqual({ departmentId: null, kind: null });
    for (const address of ['stalled=0&concluded=late&of=d1', 'q=a&concluded=all']) {
      const params = new URLSearchParams(address);
      expect(writeConclusions(params, readConclusions(params)).toString()).toBe(address);
    }
    expect(writeConclusions(new URLSearchParams('q=a&concluded=all&of=d1'), null).toString()).toBe('q=a');
  });

  it('never round a rate up to all', () => {
    expect([rateWords(null), rateWords(1), rateWords(0.9996), rateWords(0.905), rateWords(0)]).toEqual([
      '–',
      '100%',
      '99.9%',
      '90.5%',
      '0.0%',
    ]);
  });
});
