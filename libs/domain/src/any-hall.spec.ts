import { describe, expect, it } from '@jest/globals';
import { mayServeElsewhere } from './any-hall.js';

describe('通办: another hall serves a case (R6.2, R11)', () => {
  it.each([
    [true, '440199', true],
    [true, '440105', false],
    [false, '440199', false],
    [false, '440105', false],
  ])('of an item of the whole region %s, from the district %s: %s', (isRegional, counterDistrict, may) => {
    expect(mayServeElsewhere({ isRegional, caseDistrict: '440199', counterDistrict })).toBe(may);
  });
});
