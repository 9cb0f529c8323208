// Made-up applications that fit an item version: what the bench, the tests and a loaded demonstration hall hand in.
import { checklistFor, makeIdentityNumber, readDateBound, shanghaiToday, withoutHidden } from '@onewindow/domain';
import type { z } from 'zod';
import type { ItemDefinition } from './item-definition.js';
import type { formValues } from './primitives.js';

type Scalar = string | number | boolean;
type Json = z.input<typeof formValues>[string];
type Field = ItemDefinition['form']['properties'][string];
type Column = Omit<Field, 'items'>;

/** Answers that are the first choice of every question; every yes-or-no question that presets nothing with `yesNo`. */
export function sampleAnswers(definition: ItemDefinition, yesNo = false): Record<string, Scalar> {
  return Object.fromEntries(
    definition.questions.map((q) => [q.key, q.default ?? (q.kind === 'yesNo' ? yesNo : (q.options[0]?.value ?? ''))]),
  );
}

/** A form that fits its schema under the sample answers; `serial` keeps people apart. */
export function sampleForm(
  definition: ItemDefinition,
  serial: number,
  answers: Readonly<Record<string, unknown>> = sampleAnswers(definition),
): Record<string, Json> {
  const fields = Object.entries(definition.form.properties);
  const form: Record<string, Json> = {};
  for (const [key, field] of fields) if (field.type !== 'array' && field.format !== 'attachment') form[key] = valueFor(field, serial, form);
  for (const [key, field] of fields) if (field.type === 'array') form[key] = rowsFor(field, serial, form);
  return withoutHidden(definition.form, form, answers);
}

/** Rows whose columns come to what they must. */
function rowsFor(field: Field, serial: number, form: Readonly<Record<string, Json>>): Json[] {
  const count = Math.max(1, field.minItems ?? 1);
  return Array.from({ length: count }, (_, at) => {
    const row = Object.entries(field.items?.properties ?? {}).map(([column, cell]): [string, Json] => {
      const sum = field['x-sums']?.find((rule) => rule.column === column);
      const total = sum?.equalsField === undefined ? sum?.equals : form[sum.equalsField];
      if (typeof total !== 'number') return [column, valueFor(cell, serial * 10 + at, form)];
      const part = Math.floor(total / count);
      return [column, at === 0 ? total - part * (count - 1) : part];
    });
    return Object.fromEntries(row);
  });
}

function valueFor(field: Column, serial: number, form: Readonly<Record<string, Json>>): Json {
  if (field.type === 'object') return { region: '440199', street: '440199001', detail: '梧桐路 118 号' };
  if (field.oneOf?.[0]) return field.oneOf[0].const;
  // What a pattern wants can't be made up; its example fits it.
  if (field.pattern !== undefined) return field['x-placeholder'] ?? '';
  if (field.type === 'boolean') return true;
  if (field.type === 'number' || field.type === 'integer') return Math.max(field.minimum ?? 1, Math.min(field.maximum ?? 12, 12));
  switch (field.format) {
    case 'date':
      return dateFor(field, form);
    case 'phone':
      return '13800138000';
    case 'identity':
      return sampleIdentity(serial);
    case 'creditCode':
      return '91350100M000100Y43';
    case 'bankAccount':
      return '6222021234567890123';
    case 'address':
    case 'textarea':
    case 'money':
    case 'attachment':
    case undefined:
      return '临江区望湖街道梧桐路 118 号'.slice(0, field.maxLength ?? 100);
  }
}

function dateFor(field: Column, form: Readonly<Record<string, Json>>): Json {
  const bound = readDateBound(field['x-min'] ?? field['x-max'] ?? '', shanghaiToday(new Date()));
  if (bound === null) return '2026-10-01';
  return 'date' in bound ? bound.date : (form[bound.field] ?? '2026-10-01');
}

/** A valid identity number of a made-up person. */
export function sampleIdentity(serial: number): string {
  const day = 1 + (serial % 28);
  const month = 1 + (Math.floor(serial / 28) % 12);
  const year = 1950 + (Math.floor(serial / 336) % 50);
  return makeIdentityNumber(
    '440199',
    `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
    1 + (Math.floor(serial / 16800) % 998),
  );
}

/** Codes of the materials that a complete application brings: those required under the answers, filled up with optional ones. */
export function sampleMaterials(definition: ItemDefinition, answers: Record<string, Scalar>, atLeast: number): string[] {
  const asked = checklistFor(definition.materials, { answers });
  const [required, others] = [asked.filter((line) => line.required), asked.filter((line) => !line.required)];
  return [...required, ...others.slice(0, Math.max(0, atLeast - required.length))].map((line) => line.requirement.code);
}

/** A small real PDF of about `size` bytes whose content differs each time. */
export function samplePdf(size: number): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(Math.max(PDF_HEAD.length + 1 + PDF_TAIL.length, size));
  const filling = file.subarray(PDF_HEAD.length, file.length - PDF_TAIL.length);
  // getRandomValues gives at most 65,536 bytes at a time.
  for (let at = 0; at < filling.length; at += 65_536) crypto.getRandomValues(filling.subarray(at, at + 65_536));
  // Letters a to p: a comment that ends nowhere and names nothing.
  for (let at = 0; at < filling.length; at += 1) filling[at] = 97 + ((filling[at] ?? 0) & 15);
  file.set(PDF_HEAD);
  file.set(PDF_TAIL, file.length - PDF_TAIL.length);
  return file;
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const PDF_HEAD = ascii(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n%',
);
const PDF_TAIL = ascii('\ntrailer<</Root 1 0 R>>\n%%EOF\n');
