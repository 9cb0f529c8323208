import { type ApplicantInput, type applicantInput } from '@onewindow/contracts';
import {
  type Checked,
  type IsoDate,
  maskIdentityNumber,
  maskPhone,
  parseCreditCode,
  parseIdentityNumber,
  plainNumber,
} from '@onewindow/domain';
import type { z } from 'zod';
import type { Sealer } from '../platform/index.js';

/** Purpose of the blind index over identity numbers of applicants, agents, representatives and staff: one number, one index (R5.6). */
export const IDENTITY_PURPOSE = 'identity';
/** Purpose of the blind index over telephone numbers. */
export const PHONE_PURPOSE = 'phone';

export type IdentityType = z.output<typeof applicantInput>['identityType'];
type ApplicantKind = ApplicantInput['kind'];

/** Which certificates each kind of applicant may show. */
const TYPES_OF_KIND = {
  natural: ['idCard', 'passport', 'other'],
  legal: ['creditCode', 'other'],
} as const satisfies Record<ApplicantKind, readonly IdentityType[]>;

export function fitsKind(kind: ApplicantKind, type: IdentityType): boolean {
  return (TYPES_OF_KIND[kind] as readonly IdentityType[]).includes(type);
}

/** A telephone number as it is compared and kept: digits, without +86. */
export function plainPhone(phone: string): string {
  return phone.normalize('NFKC').replace(/[\s-]/g, '').replace(/^\+86/, '');
}

const SHORTEST_OTHER = 5;

/** R8.1, R8.2: the check of a number by its type; passports and others have no check digit. */
export function checkNumber(type: IdentityType, number: string, today: IsoDate): Checked<string> {
  const plain = plainNumber(number);
  if (type === 'idCard') {
    const checked = parseIdentityNumber(plain, today);
    return checked.ok ? { ok: true, value: checked.value.number } : checked;
  }
  if (type === 'creditCode') {
    const checked = parseCreditCode(plain);
    return checked.ok ? { ok: true, value: checked.value.code } : checked;
  }
  if (plain.length >= SHORTEST_OTHER) return { ok: true, value: plain };
  return { ok: false, problem: 'length', reason: `证件号至少 ${SHORTEST_OTHER} 位。对照证件补全`, overridable: false };
}

/** R8.1: the number of an agent or representative: of 18 characters an identity number that must be right, else a passport's. */
export function checkPersonNumber(number: string, today: IsoDate): Checked<string> {
  return checkNumber(plainNumber(number).length === 18 ? 'idCard' : 'passport', number, today);
}

export interface SealedNumber {
  sealed: string;
  index: string;
  masked: string;
}

/** R10.2: an identity number for its three columns. Credit codes are public and stay readable. `purpose` binds the ciphertext to its column. */
export function sealNumber(sealer: Sealer, number: string, purpose: string, type: IdentityType = 'idCard'): SealedNumber {
  const plain = plainNumber(number);
  return {
    sealed: sealer.seal(plain, purpose),
    index: sealer.blindIndex(plain, IDENTITY_PURPOSE),
    masked: type === 'creditCode' ? plain : maskIdentityNumber(plain),
  };
}

/** R10.2: a telephone number for its three columns. */
export function sealPhone(sealer: Sealer, phone: string, purpose: string): SealedNumber {
  const plain = plainPhone(phone);
  return { sealed: sealer.seal(plain, purpose), index: sealer.blindIndex(plain, PHONE_PURPOSE), masked: maskPhone(plain) };
}

/** Purposes of the sealed columns: a value moved to another column does not open. */
export const SEALED_COLUMNS = {
  applicantIdentity: 'applicant.identity',
  applicantPhone: 'applicant.phone',
  representativeIdentity: 'applicant.representative',
  agentIdentity: 'case.agent-identity',
  agentPhone: 'case.agent-phone',
} as const;
