import { type Checked, failed } from './checked.js';
import { type IsoDate, isIsoDate } from './dates.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** The parts of a 公民身份号码. */
export interface IdentityNumber {
  /** Upper case, without blanks. */
  number: string;
  /** Region of first registration, 6 digits. */
  region: string;
  birth: IsoDate;
  sex: 'male' | 'female';
}

/**
 * R8.1 (GB 11643): reads an identity number; blanks are ignored, x counts as X. The date must exist and not lie after `today`.
 * Problems: `length`, `characters`, `birth`, `birth-future`, `check-digit`.
 */
export function parseIdentityNumber(text: string, today: IsoDate): Checked<IdentityNumber> {
  const number = text.replace(/\s/g, '').toUpperCase();
  if (number.length !== 18) return failed('length', `身份证号 18 位，现在 ${number.length} 位。对照证件补全`);
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return failed('characters', '身份证号前 17 位是数字，末位是数字或 X。对照证件改正');
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isIsoDate(birth)) return failed('birth', `第 7–14 位 ${number.slice(6, 14)} 不是存在的日期。对照证件改正`);
  if (birth > today) return failed('birth-future', `出生日期 ${birth} 还没有到。对照证件改正`);
  if (identityCheckCharacter(number) !== number[17]) return failed('check-digit', '身份证号校验位不对，有一位输错。对照证件改正');
  return { ok: true, value: { number, region: number.slice(0, 6), birth, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' } };
}

/** Seventeen digits and a check character, written in one or in groups, and not a piece of a longer number. */
const WRITTEN = /(?<![0-9])[1-9](?:[ -]?[0-9]){16}[ -]?[0-9X](?![0-9A-Z])/gi;
/** Nobody alive was born before; a birth yet to come is told where people are identified. */
const OLDEST_BIRTH = '1900-01-01';
const LATEST_BIRTH = '2099-12-31';

/** R10.2: does an open text hold somebody's identity number (R8.1), whole and valid, anywhere in it? */
export function holdsIdentityNumber(text: string): boolean {
  // Shorter texts can't, and most are.
  if (text.length < 18) return false;
  return [...text.normalize('NFKC').matchAll(WRITTEN)].some(([written]) => isSomebodys(written));
}

/** The text with every identity number in it (R8.1) replaced; its figures are written as on a keyboard. */
export function replaceIdentityNumbers(text: string, replaced: (number: string) => string): string {
  return text.replace(WRITTEN, (written) => (isSomebodys(written) ? replaced(written.replace(/[ -]/g, '')) : written));
}

function isSomebodys(written: string): boolean {
  const read = parseIdentityNumber(written.replaceAll('-', ''), LATEST_BIRTH);
  return read.ok && read.value.birth >= OLDEST_BIRTH;
}

/** R8.1: the 18th character for the first 17 digits. */
export function identityCheckCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return CHECK_CHARACTERS[sum % 11] ?? '';
}

/** A valid number for seeds and tests: region of 6 digits, birth, sequence 0–999 (odd is male). */
export function makeIdentityNumber(region: string, birth: IsoDate, sequence: number): string {
  const digits = `${region}${birth.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return digits + identityCheckCharacter(digits);
}
