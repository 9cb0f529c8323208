import type { endpoints, InputOf } from '@onewindow/contracts';
import { type IsoDate, isSamePersonName, maskPersonName, parseDocumentNumber } from '@onewindow/domain';
import { CollectorNameDiffers, CollectorNotApplicant, CollectorNumberInvalid, SignatureUnreadable } from './result-problems.js';

export type CollectorInput = InputOf<typeof endpoints.handOver>['body']['collector'];

/** Blind indexes of those who collect as themselves. */
export interface ApplicantIdentity {
  readonly kind: 'natural' | 'legal';
  readonly identityIndex: string;
  readonly representativeIndex: string | null;
  /** As registered: of the person, or of the legal representative. Null where none is known. */
  readonly personName: string | null;
}

const PNG_HEAD = Buffer.from('89504e470d0a1a0a', 'hex');
const LARGEST_SIDE = 4_000;

/** @throws CollectorNumberInvalid */
export function readCollectorNumber(typed: string, today: IsoDate): string {
  const read = parseDocumentNumber(typed, today);
  if (!read.ok) throw new CollectorNumberInvalid(read.reason);
  return read.value.number;
}

/**
 * R6.1: who collects as the applicant must be the applicant; for a company its legal representative, anybody else is an agent. The name is kept
 * beside the signature, so it must be that person's too.
 * @param indexOf the blind index of a number
 * @throws CollectorNotApplicant, CollectorNameDiffers
 */
export function requireApplicant(
  { number, name }: { readonly number: string; readonly name: string },
  applicant: ApplicantIdentity,
  indexOf: (number: string) => string,
): void {
  const { kind, personName } = applicant;
  const expected = kind === 'natural' ? applicant.identityIndex : applicant.representativeIndex;
  if (expected === null || indexOf(number) !== expected) throw new CollectorNotApplicant(kind);
  if (personName !== null && !isSamePersonName(name, personName)) throw new CollectorNameDiffers(kind, maskPersonName(personName));
}

/** The bytes of a signature. @throws SignatureUnreadable when they are no PNG of a sane size */
export function readSignature(base64: string): Buffer {
  const bytes = Buffer.from(base64, 'base64');
  const isPng = bytes.length > 33 && bytes.subarray(0, 8).equals(PNG_HEAD) && bytes.toString('latin1', 12, 16) === 'IHDR';
  if (!isPng) throw new SignatureUnreadable();
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE) throw new SignatureUnreadable();
  return bytes;
}
