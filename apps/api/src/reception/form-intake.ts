import type { ItemDefinition } from '@onewindow/contracts';
import { maskIdentityNumber, maskPhone } from '@onewindow/domain';
import { type Applicant, plainNumber, plainPhone, SEALED_COLUMNS } from '../applicants/index.js';
import { type FieldSchema, FORMAT_RULES, isSealedField, isSealedValue, type SealedValue } from '../catalogue/index.js';
import type { Sealer } from '../platform/index.js';

export interface FormIntake {
  sealer: Sealer;
  schema: ItemDefinition['form'];
  /** What the case holds now: a masked number that comes back unchanged stands for the stored one. */
  stored: Readonly<Record<string, unknown>>;
  /** Whose masked numbers a prefilled field may repeat. */
  applicant: Applicant | null;
}

/** R10.2: the form as it is stored: empty values left out, whole numbers of persons sealed. Shapes are judged afterwards. */
export function storedForm(typed: Readonly<Record<string, unknown>>, intake: FormIntake): Record<string, unknown> {
  const form: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(typed)) {
    if (value === null || value === '') continue;
    const field = intake.schema.properties[key];
    // Nobody hands in a sealed value: whatever is no text becomes null, which the check of shapes refuses.
    if (isSealedField(field)) form[key] = typeof value === 'string' ? sealedOrText(key, value.trim(), field, intake) : null;
    else form[key] = value;
  }
  return form;
}

function sealedOrText(
  key: string,
  typed: string,
  field: FieldSchema | undefined,
  { sealer, stored, applicant }: FormIntake,
): SealedValue | string {
  const before = stored[key];
  if (isSealedValue(before) && before.masked === typed) return before;
  const number = typed.includes('*') ? (applicantsNumber(typed, field?.['x-source'], applicant, sealer) ?? typed) : typed;
  if (!isWholeNumber(number, field)) return number;
  const isPhone = field?.format === 'phone';
  const plain = isPhone ? plainPhone(number) : plainNumber(number);
  return { sealed: sealer.seal(plain, `case.form.${key}`), masked: isPhone ? maskPhone(plain) : maskIdentityNumber(plain) };
}

/** A prefilled field shows the applicant's number masked: the number itself is taken from where it is kept. */
function applicantsNumber(masked: string, source: string | undefined, applicant: Applicant | null, sealer: Sealer): string | null {
  if (applicant === null) return null;
  const { identityMasked, identitySealed, phoneMasked, phoneSealed, representativeIdentityMasked, representativeIdentitySealed } =
    applicant;
  const open = (matches: boolean, sealed: string | null, purpose: string): string | null =>
    matches && sealed !== null ? sealer.open(sealed, purpose) : null;
  if (source === 'applicant.identityNumber') return open(identityMasked === masked, identitySealed, SEALED_COLUMNS.applicantIdentity);
  if (source === 'applicant.phone') return open(phoneMasked === masked, phoneSealed, SEALED_COLUMNS.applicantPhone);
  if (source !== 'applicant.legalRepresentative.identityNumber') return null;
  return open(representativeIdentityMasked === masked, representativeIdentitySealed, SEALED_COLUMNS.representativeIdentity);
}

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^(0\d{9,11}|[2-9]\d{7}|\+\d{8,15})$/;

/** A number that names a person. What is only half typed stays as it was typed, so that typing can go on. */
function isWholeNumber(number: string, field: FieldSchema | undefined): boolean {
  if (field?.format === 'identity') return FORMAT_RULES.identity.fits(number);
  const phone = plainPhone(number);
  return MOBILE.test(phone) || LANDLINE.test(phone);
}
