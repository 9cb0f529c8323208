// Made-up applications that fit an item version: what the bench, the tests and a loaded demonstration hall hand in.
import { checklistFor, makeIdentityNumber } from '@onewindow/domain';
import type { ItemDefinition } from './item-definition.js';

type Scalar = string | number | boolean;
type Field = ItemDefinition['form']['properties'][string];

/** Answers that are the first choice of every question; every yes-or-no question that presets nothing with `yesNo`. */
export function sampleAnswers(definition: ItemDefinition, yesNo = false): Record<string, Scalar> {
  return Object.fromEntries(
    definition.questions.map((q) => [q.key, q.default ?? (q.kind === 'yesNo' ? yesNo : (q.options[0]?.value ?? ''))]),
  );
}

/** A form that fits its schema; `serial` keeps people apart. */
export function sampleForm(definition: ItemDefinition, serial: number): Record<string, Scalar> {
  return Object.fromEntries(Object.entries(definition.form.properties).map(([key, field]) => [key, valueFor(field, serial)]));
}

function valueFor(field: Field, serial: number): Scalar {
  if (field.oneOf?.[0]) return field.oneOf[0].const;
  // What a pattern wants can't be made up; its example fits it.
  if (field.pattern !== undefined) return field['x-placeholder'] ?? '';
  if (field.type === 'boolean') return true;
  if (field.type === 'number' || field.type === 'integer') return Math.max(field.minimum ?? 1, Math.min(field.maximum ?? 12, 12));
  switch (field.format) {
    case 'date':
      return '2026-10-01';
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
    case undefined:
      return '临江区望湖街道梧桐路 118 号'.slice(0, field.maxLength ?? 100);
  }
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
  const random = new Uint8Array(Math.max(16, Math.ceil((size - PDF_HEAD.length - PDF_TAIL.length) / 2)));
  // getRandomValues gives at most 65,536 bytes at a time.
  for (let at = 0; at < random.length; at += 65_536) crypto.getRandomValues(random.subarray(at, at + 65_536));
  const filling = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return new TextEncoder().encode(`${PDF_HEAD}%${filling.slice(0, Math.max(1, size - PDF_HEAD.length - PDF_TAIL.length))}${PDF_TAIL}`);
}

const PDF_HEAD =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n';
const PDF_TAIL = '\ntrailer<</Root 1 0 R>>\n%%EOF\n';
