import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addCalendarDays } from './dates.js';
import { holdsIdentityNumber, makeIdentityNumber, parseIdentityNumber } from './identity-number.js';

const today = '2026-11-21';
const problemOf = (text: string): string | null => {
  const read = parseIdentityNumber(text, today);
  return read.ok ? null : read.problem;
};

describe('R8.1 公民身份号码', () => {
  it('R8.1 reads the standard example, blanks and small x included', () => {
    const value = { number: '11010519491231002X', region: '110105', birth: '1949-12-31', sex: 'female' };
    expect(parseIdentityNumber('11010519491231002X', today)).toEqual({ ok: true, value });
    expect(parseIdentityNumber(' 110105 19491231 002x', today)).toEqual({ ok: true, value });
  });

  it.each([
    ['1101051949123100', 'length'],
    ['11010519491231O02X', 'characters'],
    ['01010519491231002X', 'characters'],
    ['11010519490231002X', 'birth'],
    ['110105194912310021', 'check-digit'],
    ['11010519491231012X', 'check-digit'],
  ])('R8.1 %s fails by %s', (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  it('R8.1 the date may be today but not in the future', () => {
    expect(problemOf(makeIdentityNumber('440103', today, 12))).toBeNull();
    expect(problemOf(makeIdentityNumber('440103', '2026-11-22', 12))).toBe('birth-future');
  });

  it('R8.1 made numbers are valid; any one digit changed is found', () => {
    const births = fc.integer({ min: 0, max: 36_000 }).map((days) => addCalendarDays('1926-01-01', days));
    fc.assert(
      fc.property(births, fc.nat(999), fc.nat(16), fc.integer({ min: 1, max: 9 }), (birth, sequence, at, shift) => {
        const number = makeIdentityNumber('440103', birth, sequence);
        const read = parseIdentityNumber(number, today);
        expect(read).toMatchObject({ ok: true, value: { birth, sex: sequence % 2 === 1 ? 'male' : 'female' } });
        const changed = number.slice(0, at) + String((Number(number[at]) + shift) % 10) + number.slice(at + 1);
        expect(parseIdentityNumber(changed, today).ok).toBe(false);
      }),
    );
  });
});

describe('R10.2 an identity number in an open text', () => {
  it.each([
    '11010519491231002X',
    '11010519491231002x',
    ' 110105 19491231 002X ',
    '110105-19491231-002X',
    '负责人王小明（11010519491231002X）',
    '１１０１０５１９４９１２３１００２Ｘ',
    '91350100M000100Y43 11010519491231002X',
  ])('is found in %j', (text) => {
    expect(holdsIdentityNumber(text)).toBe(true);
  });

  it.each([
    '',
    '91350100M000100Y43',
    '110105194912310021',
    '11010519491331002X',
    '611010519491231002X',
    '11010519491231002X7',
    '6222021234567890123',
    makeIdentityNumber('110105', '1823-05-06', 1),
  ])('is not seen in %j', (text) => {
    expect(holdsIdentityNumber(text)).toBe(false);
  });

  it('is found for every birth that people alive can have', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2026-11-05'), noInvalidDate: true }),
        fc.nat(999),
        (birth, serial) => {
          expect(holdsIdentityNumber(makeIdentityNumber('440106', birth.toISOString().slice(0, 10), serial))).toBe(true);
        },
      ),
    );
  });
});
