import { type FormColumn, isRecord, MOST_ROWS, sumOf, valueWords } from '@onewindow/domain';
import { useCallback, useState } from 'react';
import { FieldInput } from './field-input.js';
import type { FieldSchema, FormProblem } from './schema.js';

export interface TableInputProps {
  id: string;
  field: FieldSchema;
  value: unknown;
  disabled: boolean;
  /** Of the cells, by `row.column`. */
  problems: readonly FormProblem[];
  /** Every problem is shown, not only those of cells that were left. */
  showAll: boolean;
  onChange: (value: unknown) => void;
  onBlur: () => void;
}

type Row = Readonly<Record<string, unknown>>;

const isNumber = (column: FormColumn) => column.oneOf === undefined && (column.type === 'number' || column.type === 'integer');

/** What must be read whole gets its room before names do. */
function roomOf(column: FormColumn): 'code' | 'money' | 'number' | undefined {
  if (column.format === 'identity' || column.format === 'creditCode') return 'code';
  if (column.format === 'money') return 'money';
  return isNumber(column) ? 'number' : undefined;
}

/** A table of the form: one line a row, a last empty one to go on with; the sums of the columns that must come to something below. */
export function TableInput({ id, field, value, disabled, problems, showAll, onChange, onBlur }: TableInputProps) {
  const columns = Object.entries(field.items?.properties ?? {});
  const required = new Set(field.items?.required ?? []);
  const rows: Row[] = Array.isArray(value) ? value.filter(isRecord) : [];
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const most = field.maxItems ?? MOST_ROWS;
  // Going on to the next row takes no button: the empty one is there already.
  const shown: Row[] = !disabled && rows.length < most ? [...rows, {}] : rows;
  const sums = new Set(field['x-sums']?.map(({ column }) => column));
  const remove = (at: number) => onChange(rows.filter((_, one) => one !== at));
  const leave = useCallback(
    (place: string) => {
      setLeft((all) => new Set(all).add(place));
      onBlur();
    },
    [onBlur],
  );
  const change = (at: number, column: string, cell: unknown) => {
    const next = shown.map((row, one) => (one === at ? { ...row, [column]: cell } : row));
    const filled = next.filter((row, one) => one < rows.length || Object.values(row).some((part) => part !== undefined && part !== ''));
    onChange(filled);
  };
  return (
    <table className="ow-field-table" aria-label={field.title}>
      <thead>
        <tr>
          {columns.map(([key, column]) => (
            <th key={key} scope="col" data-number={isNumber(column) || undefined}>
              {column.title}
              {required.has(key) ? (
                <span className="ow-field-required" aria-hidden="true">
                  *
                </span>
              ) : null}
            </th>
          ))}
          <th scope="col">
            <span className="ow-visually-hidden">删行</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((row, at) => (
          <tr key={at}>
            {columns.map(([key, column]) => {
              const place = `${at}.${key}`;
              const problem = at < rows.length ? problems.find(({ path }) => path === place) : undefined;
              const isShown = problem !== undefined && (showAll || left.has(place));
              const noteId = `${id}.${place}-note`;
              return (
                <td key={key} data-room={roomOf(column)}>
                  <FieldInput
                    id={at === 0 && key === columns[0]?.[0] ? id : `${id}.${place}`}
                    label={`${field.title}第 ${at + 1} 行${column.title}`}
                    field={{ ...column, 'x-placeholder': column['x-placeholder'] ?? '' }}
                    value={row[key]}
                    required={at < rows.length && required.has(key)}
                    invalid={isShown}
                    disabled={disabled}
                    describedBy={isShown ? noteId : undefined}
                    onChange={(cell) => change(at, key, cell)}
                    onBlur={() => leave(place)}
                  />
                  {isShown ? (
                    <p id={noteId} className="ow-field-error">
                      {problem.message}
                    </p>
                  ) : null}
                </td>
              );
            })}
            <td>
              {at < rows.length && !disabled ? (
                <button type="button" className="ow-link" aria-label={`删去${field.title}第 ${at + 1} 行`} onClick={() => remove(at)}>
                  删
                </button>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
      {sums.size > 0 && rows.length > 0 ? (
        <tfoot>
          <tr>
            {columns.map(([key, column], at) => (
              <td key={key} data-number={isNumber(column) || undefined}>
                {sums.has(key) ? valueWords(column, Number(sumOf(rows, key).toFixed(6))) : at === 0 ? '合计' : ''}
              </td>
            ))}
            <td />
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}
