import { isCaseNoShaped, parseCaseNo } from './case-no.js';
import { parseCreditCode } from './credit-code.js';
import { type IsoDate, isIsoDate } from './dates.js';
import { parseIdentityNumber } from './identity-number.js';

/** What a burst of characters from a card reader or a scanner means, decided by its shape alone. */
export type Scan =
  | { kind: 'identityNumber'; number: string; check: ScanCheck }
  | { kind: 'creditCode'; number: string; check: ScanCheck }
  | { kind: 'caseNo'; caseNo: string; check: ScanCheck }
  /** The QR code of a receipt or notice: the secret of the case's progress page. */
  | { kind: 'receipt'; token: string }
  /** The QR code of a number slip. */
  | { kind: 'ticket'; token: string }
  | { kind: 'unknown'; text: string };

/** `warn`: it fails, but a clerk may go on with a reason on record (R8.2). */
export interface ScanCheck {
  state: 'ok' | 'warn' | 'bad';
  /** Chinese; null when nothing is wrong. */
  reason: string | null;
}

const PAGE = /^https?:\/\/[^/\s]+\/front\/(progress|ticket)\/([A-Za-z0-9_-]{16,64})\/?$/;
const PASSED: ScanCheck = { state: 'ok', reason: null };

/**
 * Tells what was read: an identity number (18 characters, R8.1), a credit code (18, R8.2), a case number (21 digits, R8.4) or the address in one
 * of our QR codes. A number of the right shape that fails its check keeps its kind, with what is wrong: a misread card is no other thing.
 * @param text as it came; blanks, width and case of letters don't count, except in addresses
 * @param today the day against which a date of birth is judged
 */
export function readScan(text: string, today: IsoDate): Scan {
  const address = PAGE.exec(text.trim());
  if (address?.[1] && address[2]) return { kind: address[1] === 'ticket' ? 'ticket' : 'receipt', token: address[2] };
  const plain = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (isCaseNoShaped(plain)) return { kind: 'caseNo', caseNo: plain, check: checkOf(parseCaseNo(plain)) };
  if (plain.length !== 18 || !/^[0-9A-Z]+$/.test(plain)) return { kind: 'unknown', text: text.trim() };
  const identity = parseIdentityNumber(plain, today);
  if (identity.ok) return { kind: 'identityNumber', number: plain, check: PASSED };
  const code = parseCreditCode(plain);
  if (code.ok) return { kind: 'creditCode', number: plain, check: PASSED };
  // Both checks fail: seventeen digits around a date are a person's number misread, anything else a company's.
  if (/^\d{17}[\dX]$/.test(plain) && hasBirth(plain)) return { kind: 'identityNumber', number: plain, check: checkOf(identity) };
  return { kind: 'creditCode', number: plain, check: checkOf(code) };
}

function checkOf(checked: { ok: true } | { ok: false; reason: string; overridable: boolean }): ScanCheck {
  if (checked.ok) return PASSED;
  return { state: checked.overridable ? 'warn' : 'bad', reason: checked.reason };
}

function hasBirth(number: string): boolean {
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  return isIsoDate(birth) || /^(19|20)\d{6}$/.test(number.slice(6, 14));
}
