import { formInWords, type FormRowWords, type FormTableWords } from '@onewindow/domain';
import type { FormSchema, FormValues } from './schema.js';
import './schema-form.css';

export interface FormWordsViewProps {
  schema: FormSchema;
  values: FormValues;
  answers: FormValues;
  /** What stood there before, by field, or by `field.row` of a table: shown beside what stands there now. */
  before?: ReadonlyMap<string, string>;
}

const NOTHING_BEFORE: ReadonlyMap<string, string> = new Map();

/** A form as it is read: fields under their headings, tables as tables. Hidden parts are not there. */
export function FormWordsView({ schema, values, answers, before = NOTHING_BEFORE }: FormWordsViewProps) {
  return formInWords(schema, values, answers).map(({ title, rows }, at) => (
    <div key={title ?? at} className="ow-form-words">
      {title ? <h4>{title}</h4> : null}
      <dl>
        {rows.map((row) => (
          <Row key={row.key} row={row} before={before} />
        ))}
      </dl>
    </div>
  ));
}

/** 原 86 ㎡, marked: the value has changed since it was seen. */
export function WordsBefore({ words }: { words: string }) {
  return <span className="ow-form-words-before">{words === '' ? '原未填' : `原 ${words}`}</span>;
}

function Row({ row: { key, title, words, wide, table }, before }: { row: FormRowWords; before: ReadonlyMap<string, string> }) {
  return (
    <div className="ow-form-words-row" data-wide={wide || undefined} data-changed={before.has(key) || undefined}>
      <dt>{title}</dt>
      <dd>
        {table && table.rows.length > 0 ? (
          <TableWords title={title} table={table} before={before} name={key} />
        ) : words === '' ? (
          <span className="ow-tertiary">未填</span>
        ) : (
          words
        )}
        {before.has(key) ? <WordsBefore words={before.get(key) ?? ''} /> : null}
      </dd>
    </div>
  );
}

interface TableWordsProps {
  title: string;
  name: string;
  table: FormTableWords;
  before: ReadonlyMap<string, string>;
}

function TableWords({ title, name, table: { columns, rows, sums }, before }: TableWordsProps) {
  const gone = [...before].filter(([key]) => key.startsWith(`${name}.`) && Number(key.slice(name.length + 1)) >= rows.length);
  return (
    <table className="ow-field-table" aria-label={title}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" data-number={column.isNumber || undefined}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, at) => (
          <tr key={at}>
            {columns.map((column, index) => (
              <td key={column.key} data-number={column.isNumber || undefined}>
                {cells[index]}
                {index === columns.length - 1 && before.has(`${name}.${at}`) ? (
                  <WordsBefore words={before.get(`${name}.${at}`) ?? ''} />
                ) : null}
              </td>
            ))}
          </tr>
        ))}
        {gone.map(([key, words]) => (
          <tr key={key}>
            <td colSpan={columns.length}>
              <WordsBefore words={words} />
              ，已删
            </td>
          </tr>
        ))}
      </tbody>
      {sums.length > 0 ? (
        <tfoot>
          <tr>
            {columns.map((column, index) => (
              <td key={column.key} data-number={column.isNumber || undefined}>
                {sums[index] || (index === 0 ? '合计' : '')}
              </td>
            ))}
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}
