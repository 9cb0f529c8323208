import { readDateBound, sectionsOf, visibleFields } from '@onewindow/domain';
import { Fragment, useCallback, useEffect, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { ValueSource } from '../marks/source-badge.js';
import type { RegionOption } from './address-input.js';
import { fieldId } from './field-id.js';
import { goOnWithEnter } from './go-on.js';
import { SchemaField } from './schema-field.js';
import type { FieldSchema, FormProblem, FormSchema, FormValues, ValidationContext } from './schema.js';
import './schema-form.css';

export interface SchemaFormProps {
  /** Unique on the page; begins the ids of the inputs (`fieldId(id, name)`). */
  id: string;
  schema: FormSchema;
  /** Held by the caller; a field shows what is typed at once, whenever the caller gets round to it. */
  values: FormValues;
  /** The situation's answers, for conditional parts. */
  answers?: FormValues;
  onChange: (path: string, value: unknown) => void;
  /** Where each value came from. */
  sources?: Readonly<Record<string, ValueSource>>;
  /** Which paper or case that was. */
  notes?: Readonly<Record<string, string>>;
  /** The values as they were prefilled: a changed one becomes 手填 and can be 还原. */
  originals?: FormValues;
  /** Problems that the server found, by path; each goes when its field is changed. */
  errors?: readonly FormProblem[];
  /** Shows every problem at once: after an attempt to accept. */
  showAll?: boolean;
  disabled?: boolean;
  today: string;
  /** The applicant's own number, masked: it was checked when the applicant was entered. */
  ownNumberMasked?: string | undefined;
  /** R8.2: reasons by credit code that fails its check digit and stands; the same object while nothing changes. */
  overrides?: Readonly<Record<string, string>>;
  /** For addresses. */
  regions?: readonly RegionOption[];
  /** What an attachment shows of its material; takes the material's code. */
  renderAttachment?: (material: string) => ReactNode;
}

const NO_REGIONS: readonly RegionOption[] = [];
const NO_VALUES: FormValues = {};

/** The form of an item version in two columns. Stays quick with hundreds of fields: typing renders one of them. */
export function SchemaForm(props: SchemaFormProps) {
  const { id, schema, values, answers = NO_VALUES, onChange, sources, notes, originals, errors, showAll = false, disabled = false } = props;
  const { today, ownNumberMasked, overrides, regions = NO_REGIONS, renderAttachment } = props;
  const required = useMemo(() => new Set(schema.required ?? []), [schema]);
  // The answers decide which fields are there, never what is wrong with one: a new situation draws no field anew.
  const context = useMemo<ValidationContext>(() => ({ today, ownNumberMasked, overrides }), [today, ownNumberMasked, overrides]);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  const change = useCallback((name: string, value: unknown) => latest.current(name, value), []);
  const goOn = useCallback((event: KeyboardEvent<HTMLElement>) => goOnWithEnter(event), []);
  const sections = sectionsOf(schema, visibleFields(schema, values, answers));
  return (
    <div className="ow-form" role="group" aria-label="表单" onKeyDown={goOn}>
      {sections.map(({ title, fields }) => (
        <Fragment key={fields[0]}>
          {title ? <h3 className="ow-form-group">{title}</h3> : null}
          {fields.map((name) => {
            const field = schema.properties[name];
            return field ? (
              <SchemaField
                key={name}
                id={fieldId(id, name)}
                name={name}
                field={field}
                required={required.has(name)}
                value={values[name]}
                others={othersOf(field, values)}
                source={sources?.[name]}
                note={notes?.[name]}
                original={originals?.[name]}
                serverError={errors?.find((error) => error.path === name)?.message}
                showAll={showAll}
                disabled={disabled}
                context={context}
                regions={field.type === 'object' ? regions : NO_REGIONS}
                onChange={change}
                renderAttachment={field.format === 'attachment' ? renderAttachment : undefined}
              />
            ) : null;
          })}
        </Fragment>
      ))}
    </div>
  );
}

const kept = new WeakMap<FieldSchema, FormValues>();

/** The values that a field's own rules ask about; the same object while they stay the same, so that the field is not drawn anew. */
function othersOf(field: FieldSchema, values: FormValues): FormValues {
  const names = namedFields(field);
  if (names.length === 0) return NO_VALUES;
  const before = kept.get(field);
  if (before && names.every((name) => before[name] === values[name])) return before;
  const others = Object.fromEntries(names.map((name) => [name, values[name]]));
  kept.set(field, others);
  return others;
}

const named = new WeakMap<FieldSchema, readonly string[]>();

function namedFields(field: FieldSchema): readonly string[] {
  let names = named.get(field);
  if (!names) {
    const bounds = [field, ...Object.values(field.items?.properties ?? {})].flatMap((one) => [one['x-min'], one['x-max']]);
    const fields = bounds.flatMap((text) => {
      const bound = text === undefined ? null : readDateBound(text, '2026-01-01');
      return bound && 'field' in bound ? [bound.field] : [];
    });
    names = [...fields, ...(field['x-sums'] ?? []).flatMap(({ equalsField }) => equalsField ?? [])];
    named.set(field, names);
  }
  return names;
}
