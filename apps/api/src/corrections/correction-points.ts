import type { AwaitedCorrection, ItemDefinition } from '@onewindow/contracts';
import { checklistFor, isCorrectable } from '@onewindow/domain';
import type { Case } from '../cases/index.js';
import type { MaterialRead } from '../case-view/index.js';
import { isSealedField, presentForm } from '../catalogue/index.js';

const SIMPLE: ReadonlySet<string> = new Set(['string', 'number', 'integer', 'boolean']);

export interface Correctable {
  kind: 'material' | 'field';
  key: string;
  name: string;
}

/** What of a case can be asked for: the materials of its checklist that no promise owes already (R4.3), and the fields that hold one value. */
export function correctables(
  row: Pick<Case, 'answers' | 'form'>,
  definition: ItemDefinition,
  states: readonly Pick<MaterialRead, 'code' | 'verdict'>[],
): Correctable[] {
  const verdicts = new Map(states.map(({ code, verdict }) => [code, verdict]));
  const materials = checklistFor(definition.materials, { answers: row.answers, form: row.form })
    .filter(({ requirement }) => isCorrectable(verdicts.get(requirement.code)))
    .map(({ requirement: { code, name } }): Correctable => ({ kind: 'material', key: code, name }));
  const fields = Object.entries(definition.form.properties)
    .filter(([, field]) => SIMPLE.has(field.type))
    .map(([key, field]): Correctable => ({ kind: 'field', key, name: field.title }));
  return [...materials, ...fields];
}

/** A field as the counter enters it, with what stands there now. */
export function enteredField(row: Pick<Case, 'form'>, definition: ItemDefinition, key: string): AwaitedCorrection['fields'][number] | null {
  const field = definition.form.properties[key];
  if (!field || !SIMPLE.has(field.type)) return null;
  const shown = presentForm(row.form)[key];
  const options = (field.oneOf ?? []).map((option) => ({ value: String(option.const), title: option.title }));
  const value = typeof shown === 'string' || typeof shown === 'number' || typeof shown === 'boolean' ? shown : null;
  return { key, type: field.type as 'string' | 'number' | 'integer' | 'boolean', options, value };
}

/** A field's value in words; null where it names a person's number (R10.2). */
export function fieldWords(form: Readonly<Record<string, unknown>>, definition: ItemDefinition, key: string): string | null {
  const field = definition.form.properties[key];
  if (!field || isSealedField(field)) return null;
  const value = form[key];
  if (value === undefined || value === null || value === '') return '未填';
  const option = field.oneOf?.find((one) => one.const === value);
  if (option) return option.title;
  return typeof value === 'boolean' ? (value ? '是' : '否') : String(value);
}
