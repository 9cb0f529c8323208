import { fieldWordsMasked, type FormColumn, saysTheSame } from '@onewindow/domain';
import { memo, useState, type ReactNode } from 'react';
import { SourceBadge, SOURCE_LABELS, type ValueSource } from '../marks/source-badge.js';
import { AddressInput, type RegionOption } from './address-input.js';
import { FieldInput } from './field-input.js';
import { isBlank, spanOf, validateField, type FieldSchema, type FormProblem, type FormValues, type ValidationContext } from './schema.js';
import { TableInput } from './table-input.js';

export interface SchemaFieldProps {
  id: string;
  name: string;
  field: FieldSchema;
  required: boolean;
  value: unknown;
  /** Values of the other fields that this one's rules name: bounds of dates, sums. */
  others: FormValues;
  /** Where the first value came from. */
  source: ValueSource | undefined;
  /** Which paper or case that was. */
  note: string | undefined;
  /** The first value, for 原值 and 还原. */
  original: unknown;
  /** The server's word on this field. */
  serverError: string | undefined;
  /** Every problem is shown, not only those of fields that were left. */
  showAll: boolean;
  disabled: boolean;
  /** Stable. */
  context: ValidationContext;
  regions: readonly RegionOption[];
  /** Stable: takes the field's name and its value. */
  onChange: (name: string, value: unknown) => void;
  /** Stable: what an attachment shows of its material. */
  renderAttachment: ((material: string) => ReactNode) | undefined;
}

/**
 * One field: label, source, control, and what is wrong below. It holds its own value while it is typed into and renders anew only when
 * that value changes; the form hears of it without rendering.
 */
export const SchemaField = memo(function SchemaField(props: SchemaFieldProps) {
  const { id, name, field, required, others, source, note, original, serverError, showAll, disabled, context, onChange } = props;
  const [left, setLeft] = useState(false);
  const [value, setValue] = useState(props.value);
  const [given, setGiven] = useState(props.value);
  if (given !== props.value) {
    setGiven(props.value);
    if (!saysTheSame(props.value, value)) setValue(props.value);
  }
  const [refused, setRefused] = useState({ error: serverError, value });
  if (refused.error !== serverError) setRefused({ error: serverError, value });
  const change = (next: unknown) => {
    setValue(next);
    onChange(name, next);
  };

  const isChanged = original !== undefined && !isBlank(original) && !saysTheSame(value, original, field);
  const shownSource: ValueSource | undefined = isChanged ? 'typed' : (source ?? (isBlank(value) ? undefined : 'typed'));
  const problems = validateField(name, field, required, { ...others, [name]: value }, context);
  const own = left || showAll ? (problems.find(({ path }) => path === name)?.message ?? null) : null;
  const error = own ?? (serverError !== undefined && saysTheSame(refused.value, value) ? serverError : null);
  // An empty field says what it wants in its own place: no line appears that would move the ones below.
  const line = error !== null && !isBlank(value) ? error : null;
  const noteId = `${id}-note`;
  const control = { id, value, disabled, onChange: change, onBlur: () => setLeft(true) };

  return (
    <div className={spanOf(field) === 2 ? 'ow-field ow-field-wide' : 'ow-field'} data-invalid={error !== null || undefined}>
      <div className="ow-field-head">
        <label htmlFor={field.format === 'attachment' ? undefined : id}>
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
              <span className="ow-field-original-term">原值 </span>
              {fieldWordsMasked(field, original) || '空'}
              {source ? `，${SOURCE_LABELS[source]}` : ''}
            </span>
            <button
              type="button"
              className="ow-link"
              aria-label={`还原${field.title}`}
              onClick={() => change(original)}
              disabled={disabled}
            >
              还原
            </button>
          </span>
        ) : null}
        {shownSource && !isBlank(value) ? <SourceBadge source={shownSource} note={isChanged ? undefined : note} /> : null}
      </div>
      <Control {...props} control={control} problems={problems} invalid={error !== null} noteId={line !== null ? noteId : undefined} />
      {line !== null ? (
        <p id={noteId} className="ow-field-error">
          {line}
        </p>
      ) : null}
    </div>
  );
});

interface ControlProps extends SchemaFieldProps {
  control: { id: string; value: unknown; disabled: boolean; onChange: (value: unknown) => void; onBlur: () => void };
  problems: readonly FormProblem[];
  invalid: boolean;
  noteId: string | undefined;
}

function Control({ name, field, required, regions, showAll, renderAttachment, control, problems, invalid, noteId }: ControlProps) {
  if (field.format === 'attachment') {
    return <div className="ow-field-attachment">{renderAttachment?.(field['x-material'] ?? '') ?? '见材料'}</div>;
  }
  if (field.type === 'array') {
    const cells = problems.filter(({ path }) => path !== name).map(({ path, message }) => ({ path: path.slice(name.length + 1), message }));
    return <TableInput {...control} field={field} problems={cells} showAll={showAll} />;
  }
  if (field.type === 'object') {
    return <AddressInput {...control} title={field.title} regions={regions} {...(invalid ? { status: 'error' as const } : {})} />;
  }
  return <FieldInput {...control} field={field as FormColumn} required={required} invalid={invalid} describedBy={noteId} />;
}
