import { type Checked, failed } from './checked.js';
import type { IsoDate } from './dates.js';
import { parseIdentityNumber } from './identity-number.js';

/** The number of the document somebody shows. */
export interface DocumentNumber {
  /** Upper case, half width, without blanks. */
  number: string;
  /** A 公民身份号码 has a check digit; passports, 台胞证 and the like have none. */
  isNational: boolean;
}

/** The number as it is kept and compared: upper case, half width, without blanks. */
export function plainNumber(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

/** Passports of digits alone have up to nine, 台胞证 up to ten: more are meant for a 公民身份号码, of which one digit or several are missing. */
const MEANT_FOR_NATIONAL = /^\d{13}/;
const OTHER_DOCUMENT = /^[0-9A-Z()-]{5,40}$/;

/**
 * R6.1, R8.1: the number of whatever document somebody shows whose kind nobody asked for. What looks like a 公民身份号码 must be one.
 * @param today no birth lies after it
 * @returns its plain form, or what is wrong: the problems of `parseIdentityNumber`, or `document`
 */
export function parseDocumentNumber(text: string, today: IsoDate): Checked<DocumentNumber> {
  const number = plainNumber(text);
  if (MEANT_FOR_NATIONAL.test(number)) {
    const read = parseIdentityNumber(number, today);
    return read.ok ? { ok: true, value: { number: read.value.number, isNational: true } } : read;
  }
  if (!OTHER_DOCUMENT.test(number)) return failed('document', '证件号只有数字和字母，5 位以上。对照证件改正');
  return { ok: true, value: { number, isNational: false } };
}
