import { addCalendarDays, boundProblem, dayOfWeek, type DayBounds, daysInMonth, type IsoDate } from '@onewindow/domain';
import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useWorkingYear } from './working-days.js';
import './day-input.css';

const HEADS = ['一', '二', '三', '四', '五', '六', '日'] as const;
const WEEKS = [0, 1, 2, 3, 4, 5];

export interface DayCalendarProps {
  id: string;
  label: string;
  /** The input below which it stands. */
  anchor: HTMLElement;
  /** Any day of the month that is shown. */
  month: IsoDate;
  chosen: IsoDate | null;
  today: IsoDate;
  bounds: DayBounds;
  onMonth: (months: number) => void;
  onPick: (day: IsoDate) => void;
}

/** One month below a day input: what is off is grey, 休 and 班 where a day differs from its weekday. The focus stays in the input. */
export function DayCalendar({ id, label, anchor, month, chosen, today, bounds, onMonth, onPick }: DayCalendarProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const [year, monthNo] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  const working = useWorkingYear(year, true);
  useLayoutEffect(() => {
    if (sheet.current) place(sheet.current, anchor);
  }, [anchor]);
  const first = `${month.slice(0, 8)}01`;
  const lead = (dayOfWeek(first) + 6) % 7;
  const length = daysInMonth(year, monthNo);
  return createPortal(
    <div
      ref={sheet}
      id={id}
      className="ow-day-calendar"
      role="dialog"
      aria-label={`${label}，${year} 年 ${monthNo} 月`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => event.stopPropagation()}
    >
      <div className="ow-day-calendar-head">
        <button type="button" tabIndex={-1} aria-label="上月" onClick={() => onMonth(-1)}>
          ‹
        </button>
        <strong>{`${year} 年 ${monthNo} 月`}</strong>
        <button type="button" tabIndex={-1} aria-label="下月" onClick={() => onMonth(1)}>
          ›
        </button>
      </div>
      <table>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {WEEKS.map((week) => (
            <tr key={week}>
              {HEADS.map((head, weekday) => {
                const at = week * 7 + weekday - lead;
                if (at < 0 || at >= length) return <td key={head} />;
                const day = addCalendarDays(first, at);
                const exception = working?.exceptions.get(day);
                const isOff = exception === undefined ? weekday > 4 : !exception;
                return (
                  <td key={head}>
                    <button
                      type="button"
                      tabIndex={-1}
                      data-day={day}
                      className={isOff ? 'ow-day-off' : undefined}
                      aria-pressed={day === chosen}
                      aria-current={day === today ? 'date' : undefined}
                      aria-label={`${day} ${isOff ? '休息' : '上班'}`}
                      disabled={boundProblem(day, bounds) !== null}
                      onClick={() => onPick(day)}
                    >
                      {at + 1}
                      {exception === undefined ? null : <sup aria-hidden="true">{exception ? '班' : '休'}</sup>}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {working?.provisional ? '放假通知未出，按周末显示。' : ''}
        ↑↓ 前后一天，T 今天
      </p>
    </div>,
    anchor.closest<HTMLElement>('header, main') ?? document.body,
  );
}

/** Below the input, above it where there is no room; always on the screen. */
function place(sheet: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = sheet;
  const below = at.bottom + 2;
  sheet.style.top = `${Math.max(4, below + height <= window.innerHeight ? below : at.top - height - 2)}px`;
  sheet.style.left = `${Math.max(4, Math.min(at.left, window.innerWidth - width - 4))}px`;
}
