import { formInWords, type FormRowWords, type FormTableWords } from '@onewindow/domain';
import type { FormSchema, FormValues } from './schema.js';
import './schema-form.css';

/** A form as it is read: fields under their headings, tables as tables. Hidden parts are not there. */
export function FormWordsView({ schema, values, answers }: { schema: FormSchema; values: FormValues; answers: FormValues }) {
  return formInWords(schema, values, answers).map(({ title, rows }, at) => (
    <div key={title ?? at} className="ow-form-words">
      {title ? <h4>{title}</h4> : null}
      <dl>
        {rows.map((row) => (
          <Row key={row.key} row={row} />
        ))}
      </dl>
    </div>
  ));
}

function Row({ row: { title, words, wide, table } }: { row: FormRowWords }) {
  return (
    <div className="ow-form-words-row" data-wide={wide || undefined}>
      <dt>{title}</dt>
      <dd>
        {table && table.rows.length > 0 ? (
          <TableWords title={title} table={table} />
        ) : words === '' ? (
          <span className="ow-tertiary">未填</span>
        ) : (
          words
        )}
      </dd>
    </div>
  );
}

function TableWords({ title, table: { columns, rows, sums } }: { title: string; table: FormTableWords }) {
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
              </td>
            ))}
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
