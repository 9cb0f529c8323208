import { HEAT_BUCKETS, type HeatBucketKey, heatTone } from '@onewindow/domain';
import { formatCount, HeatCell, Mark } from '@onewindow/ui';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useSession } from '../session/index.js';
import { nextCell, type HeatPosition } from './heat-cursor.js';
import { rateWords } from './conclusions-filter.js';
import { figureFilter, isFigure, type StalledFilter } from './stalled-filter.js';
import type { Overview } from './supervision.queries.js';

export interface HeatMapProps {
  overview: Overview;
  filter: StalledFilter;
  onFilter: (filter: StalledFilter) => void;
  /** Shows the conclusions behind an on-time rate; null for all departments. */
  onConclusions: (departmentId: string | null) => void;
}

/** Departments × remaining working days; every cell opens its cases. Arrows move, Enter opens. */
export function HeatMap({ overview, filter, onFilter, onConclusions }: HeatMapProps) {
  const table = useRef<HTMLTableElement>(null);
  const { rows, total } = overview;
  const { thresholds } = useSession();
  const columns = HEAT_BUCKETS.map((bucket) => ({ key: bucket.key, label: bucket.label, tone: heatTone(bucket, thresholds) }));
  const counts = [...rows.map((row) => row.counts), total.counts];
  const [wanted, setWanted] = useState<HeatPosition>({ row: 0, column: 0 });
  const countAt = ({ row, column }: HeatPosition) => counts[row]?.[column] ?? 0;
  const size = { rows: counts.length, columns: HEAT_BUCKETS.length };
  const at = countAt(wanted) > 0 ? wanted : nextCell({ row: 0, column: -1 }, 'ArrowRight', size, countAt);

  function onKeyDown(event: KeyboardEvent) {
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const to = nextCell(at, event.key, size, countAt);
    setWanted(to);
    table.current?.querySelector<HTMLElement>(`[data-cell="${to.row}-${to.column}"] button`)?.focus();
  }
  const open = (departmentIds: readonly string[], buckets: readonly HeatBucketKey[]) =>
    onFilter(figureFilter(filter.clock, { departmentIds, buckets }));
  const toggleDepartment = (id: string) =>
    onFilter({
      ...filter,
      departmentIds: filter.departmentIds.includes(id) ? filter.departmentIds.filter((one) => one !== id) : [...filter.departmentIds, id],
    });

  const cells = (rowAt: number, name: string, departmentIds: readonly string[]) =>
    columns.map(({ key, label, tone }, column) => (
      <td key={key} data-cell={`${rowAt}-${column}`}>
        <HeatCell
          tone={tone}
          count={countAt({ row: rowAt, column })}
          label={`${name}，${label}`}
          selected={isFigure(filter, { departmentIds, buckets: [key] })}
          tabIndex={at.row === rowAt && at.column === column ? 0 : -1}
          onOpen={() => open(departmentIds, [key])}
        />
      </td>
    ));

  return (
    <table ref={table} className="bo-heat" aria-label="部门和剩余工作日" onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col">部门 × 剩余工作日</th>
          <th scope="col">在办</th>
          {columns.map(({ key, label, tone }) => (
            <th key={key} scope="col">
              <Mark tone={tone} /> {label}
            </th>
          ))}
          <th scope="col">本月按时</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, rowAt) => {
          const { id, shortName: name } = row.department;
          const isOn = filter.departmentIds.includes(id);
          return (
            <tr key={id}>
              <th scope="row" className={isOn ? 'bo-heat-name bo-heat-name-on' : 'bo-heat-name'}>
                <button type="button" title={name} aria-pressed={isOn} onClick={() => toggleDepartment(id)}>
                  {name}
                </button>
              </th>
              <td className="bo-heat-open">
                <button type="button" aria-label={`${name}，在办：${row.open} 件`} onClick={() => open([id], [])}>
                  {formatCount(row.open)}
                </button>
              </td>
              {cells(rowAt, name, [id])}
              <Rate name={name} row={row} onOpen={() => onConclusions(id)} />
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="bo-heat-name">
            合计 {rows.length} 个部门
          </th>
          <td className="bo-heat-open">
            <button type="button" aria-label={`合计，在办：${total.open} 件`} onClick={() => open([], [])}>
              {formatCount(total.open)}
            </button>
          </td>
          {cells(rows.length, '合计', [])}
          <Rate name="合计" row={total} onOpen={() => onConclusions(null)} />
        </tr>
      </tfoot>
    </table>
  );
}

/** R10.4: the rate opens to the cases that it counts. */
function Rate({ name, row, onOpen }: { name: string; row: Overview['total']; onOpen: () => void }) {
  if (row.onTimeRate === null) return <td className="bo-heat-rate">–</td>;
  return (
    <td className="bo-heat-rate bo-heat-open">
      <button type="button" aria-label={`${name}，本月按时 ${rateWords(row.onTimeRate)}，办结 ${row.concluded.all} 件`} onClick={onOpen}>
        {rateWords(row.onTimeRate)}
      </button>
    </td>
  );
}
