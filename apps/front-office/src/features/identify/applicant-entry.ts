import type { ApplicantInput } from '@onewindow/contracts';
import { parseCreditCode, parseIdentityNumber, PHONE_NUMBER, PHONE_NUMBER_RULE, type IsoDate } from '@onewindow/domain';

export type IdentityType = ApplicantInput['identityType'];

/** What the clerk has typed of the applicant; every field a string until it is complete. */
export interface ApplicantEntry {
  kind: ApplicantInput['kind'];
  identityType: IdentityType;
  identityNumber: string;
  overrideReason: string;
  name: string;
  phone: string;
  address: string;
  legalName: string;
  legalIdentity: string;
}

export const IDENTITY_TYPE_LABELS = {
  idCard: '身份证',
  passport: '护照',
  creditCode: '信用代码',
  other: '其他证件',
} as const satisfies Record<IdentityType, string>;

/** A number as it is compared and sent, however it was typed. */
export const bareNumber = (text: string): string => text.replace(/\s/g, '').toUpperCase();

/** An empty entry for one kind of applicant. */
export function emptyEntry(kind: ApplicantInput['kind']): ApplicantEntry {
  return {
    kind,
    identityType: kind === 'legal' ? 'creditCode' : 'idCard',
    identityNumber: '',
    overrideReason: '',
    name: '',
    phone: '',
    address: '',
    legalName: '',
    legalIdentity: '',
  };
}

/** Which identity types each kind of applicant may show. */
export function identityTypesFor(kind: ApplicantInput['kind']): IdentityType[] {
  return kind === 'legal' ? ['creditCode', 'other'] : ['idCard', 'passport', 'other'];
}

/** `warn`: the number fails, but a clerk may go on with a reason on record (R8.2). */
export interface NumberCheck {
  state: 'empty' | 'ok' | 'bad' | 'warn';
  reason: string | null;
}

/** R8.1, R8.2: the live check of a number as it is typed. */
export function checkNumber(type: IdentityType, number: string, today: IsoDate): NumberCheck {
  const text = number.trim();
  if (text === '') return { state: 'empty', reason: null };
  if (type === 'passport' || type === 'other') {
    return text.length < 5 ? { state: 'bad', reason: '证件号至少 5 位。对照证件补全' } : { state: 'ok', reason: null };
  }
  const checked = type === 'idCard' ? parseIdentityNumber(text, today) : parseCreditCode(text);
  if (checked.ok) return { state: 'ok', reason: null };
  return { state: checked.overridable ? 'warn' : 'bad', reason: checked.reason };
}

/** A telephone number as the contract takes it; none is fine. */
export function checkPhone(phone: string): NumberCheck {
  const text = phone.trim();
  if (text === '') return { state: 'empty', reason: null };
  if (PHONE_NUMBER.test(text)) return { state: 'ok', reason: null };
  return { state: 'bad', reason: PHONE_NUMBER_RULE };
}

/** What there is to say of a telephone number: while it is being typed its length is not yet wrong. */
export function phoneFault(phone: string, isTyping: boolean): NumberCheck | null {
  const check = checkPhone(phone);
  const isShort = /^\+?[0-9]?[0-9 -]{0,3}$/.test(phone.trim());
  return check.state !== 'bad' || (isShort && isTyping) ? null : check;
}

/** What still lacks before the entry can be saved, in the order of the fields. */
export function entryGaps(entry: ApplicantEntry, today: IsoDate): (keyof ApplicantEntry)[] {
  const gaps: (keyof ApplicantEntry)[] = [];
  const check = checkNumber(entry.identityType, entry.identityNumber, today);
  if (check.state === 'empty' || check.state === 'bad') gaps.push('identityNumber');
  if (check.state === 'warn' && entry.overrideReason.trim() === '') gaps.push('overrideReason');
  if (entry.name.trim() === '') gaps.push('name');
  if (checkPhone(entry.phone).state === 'bad') gaps.push('phone');
  // Whose number it is has to be told with it: a number without its name was dropped.
  if (entry.kind === 'legal' && entry.legalIdentity.trim() !== '' && entry.legalName.trim() === '') gaps.push('legalName');
  if (entry.legalIdentity.trim() !== '' && checkNumber('idCard', entry.legalIdentity, today).state !== 'ok') gaps.push('legalIdentity');
  return gaps;
}

/**
 * The complete entry as the contract wants it.
 * @param registered the register knows this number: what is not typed is taken from there
 */
export function toApplicantInput(entry: ApplicantEntry, today: IsoDate, registered = false): ApplicantInput {
  const isWarned = checkNumber(entry.identityType, entry.identityNumber, today).state === 'warn';
  return {
    kind: entry.kind,
    name: entry.name.trim(),
    identityType: entry.identityType,
    identityNumber: bareNumber(entry.identityNumber),
    ...(entry.phone.trim() === '' ? {} : { phone: entry.phone.trim() }),
    ...(entry.address.trim() === '' ? {} : { address: entry.address.trim() }),
    ...(entry.kind === 'legal' && entry.legalName.trim() !== '' ? { legalRepresentative: legalOf(entry) } : {}),
    ...(registered ? { fromRegistry: true } : {}),
    ...(isWarned ? { identityOverrideReason: entry.overrideReason.trim() } : {}),
  };
}

function legalOf(entry: ApplicantEntry) {
  const identityNumber = bareNumber(entry.legalIdentity);
  return { name: entry.legalName.trim(), ...(identityNumber === '' ? {} : { identityNumber }) };
}
