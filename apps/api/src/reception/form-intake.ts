import type { ItemDefinition } from '@onewindow/contracts';
import { isBlankValue, isRecord, maskIdentityNumber, maskPhone, parseIdentityNumber, sourcesOf, plainNumber } from '@onewindow/domain';
import { type Applicant, plainPhone, SEALED_COLUMNS } from '../applicants/index.js';
import { type FieldSchema, isSealedField, isSealedValue, type SealedValue } from '../catalogue/index.js';
import type { Sealer } from '../platform/index.js';

export interface FormIntake {
  sealer: Sealer;
  schema: ItemDefinition['form'];
  /** What the case holds now: a masked number that comes back unchanged stands for the stored one. */
  stored: Readonly<Record<string, unknown>>;
  /** Whose masked numbers a prefilled field may repeat. */
  applicant: Applicant | null;
  /** The applicant's earlier forms, once a mask that nothing else explains has come. */
  earlier?: readonly Readonly<Record<string, unknown>>[];
  /** Names of a region and a street as an address prints them; null when there is no such pair. */
  regionWords: (region: string, street: string) => string | null;
}

/** R10.2: the form as it is stored: empty values left out, whole numbers of persons sealed. Shapes are judged afterwards. */
export function storedForm(typed: Readonly<Record<string, unknown>>, intake: FormIntake): Record<string, unknown> {
  const form: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(typed)) {
    if (value === null || value === '') continue;
    const field = intake.schema.properties[key];
    if (field?.type === 'array' && Array.isArray(value)) {
      const rows = value.filter((row) => !isBlankValue(row));
      if (rows.length > 0) form[key] = rows.map((row: unknown, at) => storedRow(key, row, at, field, intake));
    } else if (field?.type === 'object' && isRecord(value)) {
      if (!isBlankValue(value)) form[key] = storedAddress(value, intake);
    }
    // Nobody hands in a sealed value: whatever is no text becomes null, which the check of shapes refuses.
    else if (isSealedField(field)) {
      const known = (masked: string) => knownFieldNumber(key, masked, field, intake);
      form[key] = typeof value === 'string' ? sealedOrText(key, value.trim(), field, intake.sealer, known) : null;
    } else form[key] = value;
  }
  return form;
}

/** Numbers of a form to be stored that are still masks: nothing said so far whose they are. */
export function hasUnknownMasks({ properties }: ItemDefinition['form'], form: Readonly<Record<string, unknown>>): boolean {
  const isMask = (field: FieldSchema | undefined, value: unknown) =>
    isSealedField(field) && typeof value === 'string' && value.includes('**');
  return Object.entries(form).some(([key, value]) => {
    const field = properties[key];
    if (field?.type !== 'array' || !Array.isArray(value)) return isMask(field, value);
    return value.some(
      (row) => isRecord(row) && Object.entries(row).some(([column, cell]) => isMask(field.items?.properties[column], cell)),
    );
  });
}

type Field = ItemDefinition['form']['properties'][string];

function storedRow(key: string, row: unknown, at: number, field: Field, intake: FormIntake): unknown {
  if (!isRecord(row)) return row;
  const kept: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row)) {
    if (value === null || value === '') continue;
    const cell = field.items?.properties[column];
    const place = `${key}.${column}`;
    if (!isSealedField(cell)) kept[column] = value;
    else if (typeof value !== 'string') kept[column] = null;
    else {
      const known = (masked: string) => knownCell(column, masked, row, at, intake.stored[key]) ?? earlierNumber(masked, cell, intake);
      kept[column] = sealedOrText(place, value.trim(), cell, intake.sealer, known);
    }
  }
  return kept;
}

/**
 * The stored number behind a mask in a table: of the row with the same other values, where several people share a mask; never one of
 * two that can't be told apart.
 */
function knownCell(
  column: string,
  masked: string,
  row: Readonly<Record<string, unknown>>,
  at: number,
  stored: unknown,
): SealedValue | null {
  const rows = Array.isArray(stored) ? stored.filter(isRecord) : [];
  const holds = (one: Record<string, unknown> | undefined) => {
    const cell = one?.[column];
    return isSealedValue(cell) && cell.masked === masked ? cell : null;
  };
  const all = rows.flatMap((one) => (holds(one) ? [one] : []));
  if (all.length <= 1) return holds(all[0]);
  const alike = all.filter((one) =>
    Object.entries(row).every(([name, value]) => (typeof value === 'string' && value.includes('**') ? true : one[name] === value)),
  );
  return alike.length === 1 ? holds(alike[0]) : holds(rows[at]);
}

function storedAddress(value: Record<string, unknown>, { regionWords }: FormIntake): Record<string, unknown> {
  const { region, street } = value;
  const words = typeof region === 'string' ? regionWords(region, typeof street === 'string' ? street : '') : null;
  const { words: _told, ...told } = value;
  return words === null ? told : { ...told, words };
}

/** A number as it is stored: sealed when whole or known behind its mask, text while it is typed. */
function sealedOrText(
  place: string,
  typed: string,
  field: FieldSchema | undefined,
  sealer: Sealer,
  known: (masked: string) => SealedValue | string | null,
): SealedValue | string {
  const behind = typed.includes('*') ? known(typed) : null;
  if (isSealedValue(behind)) return behind;
  const number = behind ?? typed;
  return isWholeNumber(number, field) ? sealedNumber(place, number, field, sealer) : number;
}

function sealedNumber(place: string, number: string, field: FieldSchema | undefined, sealer: Sealer): SealedValue {
  const isPhone = field?.format === 'phone';
  const plain = isPhone ? plainPhone(number) : plainNumber(number);
  return { sealed: sealer.seal(plain, sealPurpose(place)), masked: isPhone ? maskPhone(plain) : maskIdentityNumber(plain) };
}

/** What a number of a form is sealed for: `key`, or `key.column` in a table. */
const sealPurpose = (place: string): string => `case.form.${place}`;

function knownFieldNumber(key: string, masked: string, field: Field | undefined, intake: FormIntake): SealedValue | string | null {
  const before = intake.stored[key];
  if (isSealedValue(before) && before.masked === masked) return before;
  for (const source of field ? sourcesOf(field) : []) {
    const number = applicantsNumber(masked, source, intake.applicant, intake.sealer);
    if (number !== null) return number;
  }
  return earlierNumber(masked, field, intake);
}

/** A prefilled field shows the applicant's number masked: the number itself is taken from where it is kept. */
function applicantsNumber(masked: string, source: string, applicant: Applicant | null, sealer: Sealer): string | null {
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

/** The number behind a mask in the applicant's earlier forms; null when they know none, or two that look alike. */
function earlierNumber(masked: string, field: FieldSchema | undefined, { earlier = [], sealer }: FormIntake): string | null {
  const found = new Set<string>();
  for (const form of earlier) {
    for (const [key, value] of Object.entries(form)) {
      if (isSealedValue(value) && value.masked === masked) found.add(sealer.open(value.sealed, sealPurpose(key)));
      if (!Array.isArray(value)) continue;
      for (const [column, cell] of value.filter(isRecord).flatMap((row) => Object.entries(row))) {
        if (isSealedValue(cell) && cell.masked === masked) found.add(sealer.open(cell.sealed, sealPurpose(`${key}.${column}`)));
      }
    }
  }
  const [only] = found;
  return found.size === 1 && only !== undefined && isWholeNumber(only, field) ? only : null;
}

/** Comes after every date of birth: whether a birth lies in the future is told when the applicant is identified. */
const END_OF_TIME = '9999-12-31';
const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^(0\d{9,11}|[2-9]\d{7}|\+\d{8,15})$/;

/** A number that names a person. What is only half typed stays as it was typed, so that typing can go on. */
function isWholeNumber(number: string, field: FieldSchema | undefined): boolean {
  if (field?.format === 'identity') return parseIdentityNumber(number, END_OF_TIME).ok;
  const phone = plainPhone(number);
  return MOBILE.test(phone) || LANDLINE.test(phone);
}
