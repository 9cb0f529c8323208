import { type Checked, failed } from './checked.js';
import { type IsoDate, isIsoDate } from './dates.js';
import { DomainError } from './errors.js';

/** The parts of a 统一受理编号. */
export interface CaseNo {
  /** 21 digits, without blanks. */
  caseNo: string;
  region: string;
  date: IsoDate;
  serial: number;
}

/** Serials per region and day. */
export const LAST_CASE_SERIAL = 999_999;

/**
 * R8.4: region 6 + date 8 + serial 6 + check digit. The serial counts per region and day; uniqueness is the caller's.
 * @throws DomainError (`case-no.parts-invalid`) when a part does not fit.
 */
export function formatCaseNo(parts: { region: string; date: IsoDate; serial: number }): string {
  const { region, date, serial } = parts;
  if (!/^\d{6}$/.test(region) || !isIsoDate(date) || !Number.isInteger(serial) || serial < 1 || serial > LAST_CASE_SERIAL) {
    throw new DomainError({
      code: 'case-no.parts-invalid',
      title: '编号的区划、日期或流水号不对，联系系统管理员',
      kind: 'invalid',
      facts: { ...parts },
    });
  }
  const digits = `${region}${date.replaceAll('-', '')}${String(serial).padStart(6, '0')}`;
  return `${digits}${caseNoCheckDigit(digits)}`;
}

/** R8.4: reads a case number as typed or scanned; blanks are ignored. Problems: `length`, `characters`, `date`, `check-digit`. */
export function parseCaseNo(text: string): Checked<CaseNo> {
  const caseNo = text.replace(/\s/g, '');
  if (caseNo.length !== 21) return failed('length', `受理编号 21 位，现在 ${caseNo.length} 位。对照回执补全`);
  if (!isCaseNoShaped(caseNo)) return failed('characters', '受理编号只有数字。对照回执改正');
  const date = `${caseNo.slice(6, 10)}-${caseNo.slice(10, 12)}-${caseNo.slice(12, 14)}`;
  if (!isIsoDate(date)) return failed('date', `受理编号第 7–14 位 ${caseNo.slice(6, 14)} 不是存在的日期。对照回执改正`);
  if (caseNoCheckDigit(caseNo) !== Number(caseNo[20])) return failed('check-digit', '受理编号校验位不对，有一位输错。对照回执改正');
  return { ok: true, value: { caseNo, region: caseNo.slice(0, 6), date, serial: Number(caseNo.slice(14, 20)) } };
}

/** Is it shaped like a case number (21 digits, blanks ignored), right or misread? */
export function isCaseNoShaped(text: string): boolean {
  return /^\d{21}$/.test(text.replace(/\s/g, ''));
}

/** R8.4: ISO 7064 MOD 11,10 over the first 20 digits. */
export function caseNoCheckDigit(digits: string): number {
  let product = 10;
  for (const digit of digits.slice(0, 20)) {
    const sum = (product + Number(digit)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (11 - product) % 10;
}

/** visual.md: grouped 6 8 6 1, as screens and paper print it; anything but 21 characters is left as it is. */
export function groupCaseNo(caseNo: string): string {
  return caseNo.replace(/^(.{6})(.{8})(.{6})(.)$/, '$1 $2 $3 $4');
}
