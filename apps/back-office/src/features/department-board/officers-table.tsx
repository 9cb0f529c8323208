import type { BoardOfficer } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { Button, formatCount, formatDay, formatMoment, Kbd, Mark, SkeletonRows, useKeys } from '@onewindow/ui';
import type { ReactNode } from 'react';
import { stalledWords } from '../supervision/index.js';
import { type BoardFilter, type BoardLight, isShown, LIGHT_LABELS, LIGHTS, WHOLE_POOL } from './board-filter.js';
import type { Board } from './department-board.queries.js';

/** As many officers as there are digits open by a key. */
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

export interface OfficersTableProps {
  board: Board | undefined;
  filter: BoardFilter;
  today: IsoDate;
  onFilter: (filter: BoardFilter) => void;
  onHandoff: (officer: BoardOfficer) => void;
}

/** One row for the pool, one for each officer; every number opens the tasks that it counts. */
export function OfficersTable({ board, filter, today, onFilter, onHandoff }: OfficersTableProps) {
  const officers = board?.officers ?? [];
  const show = (next: Partial<BoardFilter>) => onFilter({ ...WHOLE_POOL, ...next });
  const digits = Object.fromEntries(
    DIGITS.flatMap((digit, at) => {
      const officer = officers[at];
      const run = () => show({ scope: 'held', holderId: officer?.staff.id ?? null });
      return officer ? [[digit, { label: `看${officer.staff.name}手上的件`, run }]] : [];
    }),
  );
  // 移交 is of the one officer whose work the list shows: the digit comes first.
  const shownOfficer = officers.find(({ staff, lights }) => staff.id === filter.holderId && lights.all > 0);
  useKeys(
    {
      0: { label: '看部门池', run: () => show({}) },
      ...digits,
      M: { label: '移交所看承办人手上的件', run: () => (shownOfficer ? onHandoff(shownOfficer) : false) },
    },
    { title: '部门看板' },
  );
  if (!board) return <SkeletonRows rows={6} rowHeight={28} blocks={4} label="承办人" />;
  const number = (value: number, at: Omit<BoardFilter, 'q'>, label: string) => (
    <NumberCell value={value} light={at.light} shown={isShown(filter, at)} label={label} onOpen={() => show(at)} />
  );
  const lights = (counts: BoardOfficer['lights'], at: Omit<BoardFilter, 'q' | 'light'>, name: string): ReactNode => (
    <>
      <td>{number(counts.all, { ...at, light: null }, `${name} 全部`)}</td>
      {LIGHTS.map((light) => (
        <td key={light}>{number(counts[light], { ...at, light }, `${name} ${LIGHT_LABELS[light]}`)}</td>
      ))}
    </>
  );
  return (
    <div className="bo-board-scroll" tabIndex={0} role="group" aria-label="承办人">
      <table className="bo-board" aria-label="各承办人手上的件">
        <thead>
          <tr>
            <th scope="col">承办人</th>
            <th scope="col">在办</th>
            {LIGHTS.map((light) => (
              <th scope="col" key={light}>
                {LIGHT_LABELS[light]}
              </th>
            ))}
            <th scope="col">最早签收</th>
            <th scope="col">最久未动</th>
            <th scope="col">今日办结</th>
            <th scope="col">
              <span className="ow-visually-hidden">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <tr className="bo-board-pool">
            <th scope="row">
              <Kbd keys="0" /> 部门池 <span className="ow-secondary ow-small">待签收</span>
            </th>
            {lights(board.pool, { scope: 'pool', holderId: null }, '部门池')}
            <td className="bo-board-since">{board.pool.oldestSince ? `收件 ${formatMoment(board.pool.oldestSince, today)}` : ''}</td>
            <td />
            <td />
            <td />
          </tr>
          {officers.map((officer, at) => {
            const { staff, leave, standsInFor } = officer;
            return (
              <tr key={staff.id}>
                <th scope="row">
                  {at < DIGITS.length ? <Kbd keys={String(at + 1)} /> : null} {staff.name}{' '}
                  <span className="ow-secondary ow-small">{officer.duties.join('、')}</span>
                  {leave ? (
                    <span className="bo-board-leave">
                      <Mark tone="paused" /> {`${formatDay(leave.through, today)} 前不在岗，${leave.delegate.name}代`}
                    </span>
                  ) : null}
                  {standsInFor.length > 0 ? (
                    <span className="bo-board-stands">代{standsInFor.map(({ name }) => name).join('、')}</span>
                  ) : null}
                </th>
                {lights(officer.lights, { scope: 'held', holderId: staff.id }, staff.name)}
                <td className="bo-board-since">{officer.oldestSince ? formatMoment(officer.oldestSince, today) : ''}</td>
                <td className={officer.longestStalled > 2 ? 'bo-board-stalled' : undefined}>
                  {officer.longestStalled > 2 ? <Mark tone="red" /> : null}{' '}
                  {officer.oldestSince ? stalledWords(officer.longestStalled) : ''}
                </td>
                <td>{number(officer.doneToday, { scope: 'done', holderId: staff.id, light: null }, `${staff.name} 今日办结`)}</td>
                <td className="bo-board-act">
                  <Button
                    size="small"
                    label="移交"
                    {...(officer === shownOfficer ? { keys: 'M', printOnly: true } : {})}
                    disabled={officer.lights.all === 0}
                    onClick={() => onHandoff(officer)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">合计手上</th>
            {lights(board.held, { scope: 'held', holderId: null }, '合计手上')}
            <td />
            <td />
            <td>{number(board.doneToday, { scope: 'done', holderId: null, light: null }, '合计 今日办结')}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

interface NumberCellProps {
  value: number;
  light: BoardLight | null;
  shown: boolean;
  label: string;
  onOpen: () => void;
}

function NumberCell({ value, light, shown, label, onOpen }: NumberCellProps) {
  const tone = value > 0 && light ? ` bo-board-${light}` : '';
  return (
    <button type="button" className={`bo-board-number${tone}`} aria-pressed={shown} aria-label={`${label} ${value} 件`} onClick={onOpen}>
      {value > 0 && light && light !== 'green' ? <Mark tone={light} /> : null}
      {value === 0 ? <span className="ow-tertiary">0</span> : formatCount(value)}
    </button>
  );
}
