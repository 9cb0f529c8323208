import { describe, expect, it } from '@jest/globals';
import { readFilter, writeFilter } from './consultations-filter.js';

describe('the filter of 征求意见', () => {
  it('stands in the address and comes back from it', () => {
    for (const filter of [
      { tab: 'open', q: '' },
      { tab: 'deemed', q: '梧桐苑' },
      { tab: 'answered', q: '' },
    ] as const)
      expect(readFilter(new URLSearchParams(writeFilter(filter)))).toEqual(filter);
    expect(writeFilter({ tab: 'open', q: '' })).toBe('');
    expect(readFilter(new URLSearchParams('tab=other'))).toEqual({ tab: 'open', q: '' });
  });
});
