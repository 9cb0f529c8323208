import type { CalendarDayView } from '@onewindow/contracts';
import { memo } from 'react';
import { monthWeeks, WEEKDAY_HEADS } from './month-weeks.js';

export interface MonthGridProps {
  days: readonly CalendarDayView[];
  month: number;
  /** The notice is not out: the month says so by its dashed frame and the head of the pane. */
  provisional: boolean;
  /** The day where the keys act, if it lies in this month. */
  focusDay: string | null;
  chosen: ReadonlySet<string>;
  today: string;
  onChoose: (day: string, how: { span: boolean; add: boolean }) => void;
  onPoint: (day: string) => void;
}

/** One small month: off days grey, holidays 休, worked weekends 班, single edits 改. */
export const MonthGrid = memo(function MonthGrid(props: MonthGridProps) {
  const { days, month, provisional, focusDay, chosen, today, onChoose, onPoint } = props;
  return (
    <section className={provisional ? 'bo-month bo-month-provisional' : 'bo-month'} aria-label={`${month} 月`}>
      <h3>{month} 月</h3>
      <table role="grid" aria-label={`${month} 月`} aria-multiselectable="true">
        <thead>
          <tr>
            {WEEKDAY_HEADS.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthWeeks(days, month).map((week, at) => (
            <tr key={at}>
              {week.map((state, weekday) =>
                state === null ? (
                  <td key={weekday} />
                ) : (
                  <DayCell
                    key={weekday}
                    state={state}
                    isFocus={state.day === focusDay}
                    isChosen={chosen.has(state.day)}
                    isToday={state.day === today}
                    onChoose={onChoose}
                    onPoint={onPoint}
                  />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});

interface DayCellProps extends Pick<MonthGridProps, 'onChoose' | 'onPoint'> {
  state: CalendarDayView;
  isFocus: boolean;
  isChosen: boolean;
  isToday: boolean;
}

function DayCell({ state, isFocus, isChosen, isToday, onChoose, onPoint }: DayCellProps) {
  const { day, working, exceptional, before, name } = state;
  const mark = before !== null ? '改' : exceptional ? (working ? '班' : '休') : '';
  const looks = [
    'bo-day',
    working ? '' : 'bo-day-off',
    exceptional ? (working ? 'bo-day-extra' : 'bo-day-holiday') : '',
    before === null ? '' : 'bo-day-edited',
    isToday ? 'bo-day-today' : '',
    isFocus ? 'bo-day-focus' : '',
    isChosen ? 'bo-day-chosen' : '',
  ];
  return (
    <td
      role="gridcell"
      data-day={day}
      tabIndex={isFocus ? 0 : -1}
      className={looks.filter(Boolean).join(' ')}
      aria-selected={isChosen}
      aria-label={`${day} ${working ? '上班' : '休息'}${name ? ` ${name}` : ''}${before === null ? '' : ' 单日调整'}`}
      onClick={(event) => onChoose(day, { span: event.shiftKey, add: event.ctrlKey || event.metaKey })}
      onMouseEnter={() => onPoint(day)}
    >
      <span>{Number(day.slice(8))}</span>
      {mark === '' ? null : <sup aria-hidden="true">{mark}</sup>}
    </td>
  );
}
