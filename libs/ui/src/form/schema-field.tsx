import type { IsoDate } from '@onewindow/domain';
import { memo, useState, type ReactNode } from 'react';
import { Mark } from '../marks/mark.js';
import { SourceBadge, SOURCE_LABELS, type ValueSource } from '../marks/source-badge.js';
import { FieldInput } from './field-input.js';
import { isBlank, spanOf, type FieldSchema } from './schema.js';
import { fieldWarning, validateField } from './validate.js';

export interface SchemaFieldProps {
  id: string;
  name: string;
  field: FieldSchema;
  required: boolean;
  value: unknown;
  /** Where the first value came from. */
  source: ValueSource | undefined;
  /** The first value, for 原值 and 还原. */
  original: unknown;
  /** The server's word on this field. */
  serverError: string | undefined;
  /** Every problem is shown, not only those of fields that were left. */
  showAll: boolean;
  disabled: boolean;
  today: IsoDate;
  /** Stable: takes the field's name and its value. */
  onChange: (name: string, value: unknown) => void;
  /** Stable: what stands behind a warning, e.g. 写理由. */
  renderWarning: ((name: string) => ReactNode) | undefined;
}

/** What the original value looks like in words. */
function inWords(field: FieldSchema, value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return field.oneOf?.find((option) => option.const === value)?.title ?? (isBlank(value) ? '空' : String(value));
}

/** One field: label, source, control, and what is wrong below. Renders anew only when its own value changes. */
export const SchemaField = memo(function SchemaField(props: SchemaFieldProps) {
  const { id, name, field, required, value, source, original, serverError, showAll, disabled, today, onChange, renderWarning } = props;
  const [left, setLeft] = useState(false);
  const [refused, setRefused] = useState({ error: serverError, value });
  if (refused.error !== serverError) setRefused({ error: serverError, value });

  const isChanged = original !== undefined && !isBlank(original) && value !== original;
  const shownSource: ValueSource | undefined = isChanged ? 'typed' : (source ?? (isBlank(value) ? undefined : 'typed'));
  const ownError = left || showAll ? validateField(field, required, value, { today }) : null;
  const stillRefused = serverError !== undefined && refused.value === value ? serverError : null;
  const error = ownError ?? stillRefused;
  const warning = error === null ? fieldWarning(field, value) : null;
  // An empty field says what it wants in its own place: no line appears that would move the ones below.
  const line = error !== null && !isBlank(value) ? error : null;
  const noteId = `${id}-note`;

  return (
    <div className={spanOf(field) === 2 ? 'ow-field ow-field-wide' : 'ow-field'} data-invalid={error !== null || undefined}>
      <div className="ow-field-head">
        <label htmlFor={id}>
          {field.title}
          {required ? (
            <span className="ow-field-required" aria-hidden="true">
              *
            </span>
          ) : null}
        </label>
        {isChanged ? (
          <span className="ow-field-original">
            <span className="ow-field-original-words">
              原值 {inWords(field, original)}
              {source ? `，${SOURCE_LABELS[source]}` : ''}
            </span>
            <button
              type="button"
              className="ow-link"
              aria-label={`还原${field.title}`}
              onClick={() => onChange(name, original)}
              disabled={disabled}
            >
              还原
            </button>
          </span>
        ) : null}
        {shownSource && !isBlank(value) ? <SourceBadge source={shownSource} /> : null}
      </div>
      <FieldInput
        id={id}
        field={field}
        value={value}
        required={required}
        invalid={error !== null}
        disabled={disabled}
        describedBy={line !== null || warning !== null ? noteId : undefined}
        onChange={(next) => onChange(name, next)}
        onBlur={() => setLeft(true)}
      />
      {line !== null ? (
        <p id={noteId} className="ow-field-error">
          {line}
        </p>
      ) : warning !== null ? (
        <p id={noteId} className="ow-field-warning">
          <Mark tone="yellow" />
          {warning} {renderWarning?.(name)}
        </p>
      ) : null}
    </div>
  );
});
