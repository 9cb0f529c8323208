import { describe, expect, it } from '@jest/globals';
import { afterOwnWrite } from './use-arriving-files.js';

describe('the version that a command sends', () => {
  it('follows one’s own uploads at once, one after the other', () => {
    expect([5, 6].reduce(afterOwnWrite, 4)).toBe(6);
  });

  it('stays where somebody else wrote in between, and where an answer comes late', () => {
    expect(afterOwnWrite(4, 6)).toBe(4);
    expect(afterOwnWrite(7, 5)).toBe(7);
  });
});
