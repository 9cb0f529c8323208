import type { IsoDate } from '@onewindow/domain';
import { Fragment, useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { ValueSource } from '../marks/source-badge.js';
import { fieldId } from './field-id.js';
import { SchemaField } from './schema-field.js';
import type { FormProblem, FormSchema, FormValues } from './schema.js';
import './schema-form.css';

export interface SchemaFormProps {
  /** Unique on the page; begins the ids of the inputs (`fieldId(id, name)`). */
  id: string;
  schema: FormSchema;
  /** Held by the caller. */
  values: FormValues;
  onChange: (path: string, value: unknown) => void;
  /** Where each value came from. */
  sources?: Readonly<Record<string, ValueSource>>;
  /** The values as they were prefilled: a changed one becomes 手填 and can be 还原. */
  originals?: FormValues;
  /** Problems that the server found, by path; each goes when its field is changed. */
  errors?: readonly FormProblem[];
  /** Shows every problem at once: after an attempt to accept. */
  showAll?: boolean;
  disabled?: boolean;
  today: IsoDate;
  /** What stands behind a warning, e.g. a link 写理由. */
  renderWarning?: (path: string) => ReactNode;
}

/** The form of an item version in two columns. Stays quick with hundreds of fields: typing renders one of them. */
export function SchemaForm(props: SchemaFormProps) {
  const { id, schema, values, onChange, sources, originals, errors, showAll = false, disabled = false, today, renderWarning } = props;
  const required = useMemo(() => new Set(schema.required ?? []), [schema]);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  const change = useCallback((name: string, value: unknown) => latest.current(name, value), []);
  let group: string | undefined;
  return (
    <div className="ow-form" role="group" aria-label="表单">
      {Object.entries(schema.properties).map(([name, field]) => {
        const heading = field['x-group'] === group ? undefined : field['x-group'];
        group = field['x-group'];
        return (
          <Fragment key={name}>
            {heading ? <h3 className="ow-form-group">{heading}</h3> : null}
            <SchemaField
              id={fieldId(id, name)}
              name={name}
              field={field}
              required={required.has(name)}
              value={values[name]}
              source={sources?.[name]}
              original={originals?.[name]}
              serverError={errors?.find((error) => error.path === name)?.message}
              showAll={showAll}
              disabled={disabled}
              today={today}
              onChange={change}
              renderWarning={renderWarning}
            />
          </Fragment>
        );
      })}
    </div>
  );
}
