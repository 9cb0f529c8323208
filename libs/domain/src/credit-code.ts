import { type Checked, failed } from './checked.js';

/** GB 32100: digits and letters without I O S V Z. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = /^[0-9A-HJ-NP-RTUWXY]{18}$/;

/** The parts of a 统一社会信用代码. */
export interface CreditCode {
  /** Upper case, without blanks. */
  code: string;
  /** Registering authority and kind of body, 2 characters. */
  kind: string;
  /** Region of registration, 6 characters. */
  region: string;
  /** 组织机构代码, 9 characters. */
  organisation: string;
}

/** A code as it is compared and kept: upper case, without blanks. */
export function plainCreditCode(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}

/**
 * R8.2 (GB 32100): reads a unified social credit code; blanks are ignored.
 * Problems: `length`, `characters`, and `check-digit`, which a clerk may override with a reason: genuine codes that fail exist.
 */
export function parseCreditCode(text: string): Checked<CreditCode> {
  const code = plainCreditCode(text);
  if (code.length !== 18) return failed('length', `统一社会信用代码 18 位，现在 ${code.length} 位。对照执照补全`);
  if (!SHAPE.test(code)) return failed('characters', '统一社会信用代码只有数字和大写字母，没有 I、O、S、V、Z。对照执照改正');
  if (creditCheckCharacter(code) !== code[17]) {
    return failed('check-digit', '统一社会信用代码校验位不对。对照执照；确与执照一致的，写明理由后继续', true);
  }
  return { ok: true, value: { code, kind: code.slice(0, 2), region: code.slice(2, 8), organisation: code.slice(8, 17) } };
}

/** R8.2: the 18th character for the first 17: (31 − Σ cᵢ·3^(i−1) mod 31) mod 31. */
export function creditCheckCharacter(characters: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of characters.slice(0, 17)) {
    sum += CHARACTERS.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return CHARACTERS[(31 - (sum % 31)) % 31] ?? '';
}

/** A valid code for seeds and tests: kind of 2 characters (91 a company, 11 an agency), region of 6 digits, sequence below 10^9. */
export function makeCreditCode(kind: string, region: string, sequence: number): string {
  const characters = `${kind}${region}${String(sequence).padStart(9, '0')}`;
  return characters + creditCheckCharacter(characters);
}
