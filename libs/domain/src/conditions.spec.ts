import { describe, expect, it } from '@jest/globals';
import { type Condition, evaluate } from './conditions.js';

const subject = {
  answers: { hasAircon: true, place: 'hotel', services: ['swimming', 'sauna'], note: '', none: [] },
  form: { area: 320, address: { street: '北京街' } },
};

describe('conditions of situations (R4.1, R5.1)', () => {
  it.each<[Condition, boolean]>([
    [{ question: 'hasAircon', equals: true }, true],
    [{ question: 'place', in: ['hotel', 'bath'] }, true],
    [{ question: 'place', in: ['school'] }, false],
    [{ question: 'services', equals: 'sauna' }, true],
    [{ question: 'services', in: ['gym'] }, false],
    [{ field: 'area', atLeast: 320 }, true],
    [{ field: 'area', atMost: 319 }, false],
    [{ field: 'address.street', equals: '北京街' }, true],
    [{ field: 'address.street.house', answered: false }, true],
    [{ question: 'place', atLeast: 1 }, false],
    [{ question: 'note', answered: true }, false],
    [{ question: 'none', answered: true }, false],
    [{ question: 'missing', equals: false }, false],
    [{ question: 'toString', answered: true }, false],
    [
      {
        all: [
          { question: 'hasAircon', equals: true },
          { field: 'area', atLeast: 300 },
        ],
      },
      true,
    ],
    [{ all: [] }, true],
    [{ any: [] }, false],
    [
      {
        any: [
          { question: 'hasAircon', equals: false },
          { field: 'area', atLeast: 300 },
        ],
      },
      true,
    ],
    [{ not: { question: 'place', equals: 'hotel' } }, false],
  ])('%j → %s', (condition, expected) => {
    expect(evaluate(condition, subject)).toBe(expected);
  });

  it('no condition is met, and no form is an empty one', () => {
    expect(evaluate(undefined, subject)).toBe(true);
    expect(evaluate({ field: 'area', answered: true }, { answers: {} })).toBe(false);
  });
});
