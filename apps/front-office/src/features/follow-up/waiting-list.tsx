import type { IsoDate } from '@onewindow/domain';
import { Chip, Clock, formatCaseNo, formatDay, focusHomeProps, formatMoment, ListRow, TwoLines } from '@onewindow/ui';
import { countWords, namesOf } from './waiting-words.js';
import { byDay, dayClock, type WaitingRow } from './waiting-rows.js';

export interface WaitingListProps {
  rows: readonly WaitingRow[];
  current: string | null;
  today: IsoDate;
  onOpen: (key: string) => void;
}

/** What waits, under its days; those that have passed come first and say so. */
export function WaitingList({ rows, current, today, onOpen }: WaitingListProps) {
  return (
    <div {...focusHomeProps}>
      {byDay(rows).map((group) => (
        <section key={group.day} aria-label={formatDay(group.day, today)}>
          <h3 className="fo-follow-day">
            <span>{formatDay(group.day, today)}</span>
            <Clock clock={dayClock(group)} />
            <span className="fo-follow-day-count">{group.rows.length} 件</span>
          </h3>
          <div role="list">
            {group.rows.map((row) => (
              <Row key={row.key} row={row} chosen={row.key === current} today={today} onOpen={() => onOpen(row.key)} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

function Row({ row, chosen, today, onOpen }: { row: WaitingRow; chosen: boolean; today: IsoDate; onOpen: () => void }) {
  const { name, item, caseNo } = namesOf(row);
  // The letters act on the papers that were asked for: the focus is there.
  const lettersActBeside = row.kind === 'supplement';
  return (
    <ListRow
      label={`${name} ${item}`}
      height={50}
      focused={chosen && !lettersActBeside}
      current={chosen && lettersActBeside}
      onOpen={onOpen}
    >
      <button type="button" className="fo-row-button" onClick={onOpen}>
        <TwoLines first={name} second={`${formatCaseNo(caseNo)} ${item}`} strong={chosen} />
      </button>
      <span className="fo-row-right">
        <Chip tone={row.kind === 'supplement' ? 'neutral' : 'accent'} shape="none">
          {countWords(row)}
        </Chip>
        <span className="ow-secondary ow-small">{calledWords(row, today)}</span>
      </span>
    </ListRow>
  );
}

function calledWords(row: WaitingRow, today: IsoDate): string {
  if (row.kind === 'deferred') return row.deferred.arrivedOn === null ? '' : `${formatDay(row.deferred.arrivedOn, today)} 已到，待核`;
  if (row.kind === 'correction') return row.correction.department.shortName;
  const { lastCall } = row.supplement;
  return lastCall === null ? '没有打过电话' : `${formatMoment(lastCall.at, today)} 已电话`;
}
