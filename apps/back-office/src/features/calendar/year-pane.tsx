import type { CalendarYearView } from '@onewindow/contracts';
import { addCalendarDays } from '@onewindow/domain';
import { Chip, MessageBar, Pane, SegmentedButtons, useKeys } from '@onewindow/ui';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { dayWords } from './calendar.queries.js';
import { MonthGrid } from './month-grid.js';
import { daysBetween, WEEKDAY_HEADS, weekdayOf } from './month-weeks.js';

export interface YearPaneProps {
  view: CalendarYearView;
  today: string;
  chosen: ReadonlySet<string>;
  onChosen: (days: readonly string[]) => void;
  onYear: (year: number) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

/** A year as twelve small months, with what counts for each day. */
export function YearPane({ view, today, chosen, onChosen, onYear }: YearPaneProps) {
  const { year, days, state, notice, workingDays, years } = view;
  const [focusDay, setFocusDay] = useState(`${year}${today.slice(4)}`);
  const [pointed, setPointed] = useState<string | null>(null);
  const anchor = useRef<string | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const focus = days.some(({ day }) => day === focusDay) ? focusDay : `${year}-01-01`;
  const shown = days.find(({ day }) => day === (pointed ?? focus));
  const isProvisional = state === 'provisional';

  useEffect(() => {
    // The keys are in the grid: the day they have come to takes the focus along.
    if (grid.current?.contains(document.activeElement)) {
      grid.current.querySelector<HTMLElement>(`[data-day="${focus}"]`)?.focus({ preventScroll: true });
    }
  }, [focus]);

  const choose = (day: string, { span, add }: { span: boolean; add: boolean }) => {
    setFocusDay(day);
    if (span && anchor.current !== null) return onChosen(daysBetween(days, anchor.current, day));
    anchor.current = day;
    const others = add ? [...chosen] : [];
    onChosen(chosen.has(day) && (add || chosen.size === 1) ? others.filter((one) => one !== day) : [...others, day]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = addCalendarDays(focus, step);
    if (!next.startsWith(`${year}-`)) return;
    setFocusDay(next);
    setPointed(null);
    if (event.shiftKey) {
      anchor.current ??= focus;
      onChosen(daysBetween(days, anchor.current, next));
    }
  };
  useKeys(
    {
      X: { label: '选中这一天', run: () => choose(focus, { span: false, add: true }) },
      '[': { label: '前一年', run: () => onYear(year - 1) },
      ']': { label: '后一年', run: () => onYear(year + 1) },
    },
    { title: '工作日历' },
  );
  return (
    <Pane
      title={`${year} 年`}
      scrolls={false}
      words={
        <>
          {isProvisional ? (
            <Chip tone="neutral" ground="dashed" shape="none">
              暂定
            </Chip>
          ) : (
            <Chip tone="green">已公布</Chip>
          )}{' '}
          {`${workingDays} 个工作日·${notice ? notice.source : isProvisional ? '放假通知还没有装入' : '随系统带的国务院通知'}`}
        </>
      }
      right={
        <SegmentedButtons
          label="年份"
          value={String(year)}
          options={years.map((one) => ({
            value: String(one.year),
            label: one.state === 'provisional' ? `${one.year} 暂定` : String(one.year),
          }))}
          onChange={(value) => onYear(Number(value))}
        />
      }
      foot={
        <div className="bo-year-foot">
          <span className="bo-year-day" aria-live="polite">
            {shown ? dayWords(shown, `周${WEEKDAY_HEADS[weekdayOf(shown.day)] ?? ''}`) : ''}
          </span>
          <span className="bo-year-legend">
            <span>
              <sup>休</sup> 节假日
            </span>
            <span>
              <sup>班</sup> 周末上班
            </span>
            <span>
              <sup>改</sup> 单日调整
            </span>
            <span>方向键移动·X 选·Shift 连选·[ ] 换年</span>
          </span>
        </div>
      }
    >
      {isProvisional ? (
        <MessageBar kind="offline">{`${year} 年按周一至周五算，跨到这一年的日期显示暂定。通知公布后在右边装入。`}</MessageBar>
      ) : null}
      <div ref={grid} className="bo-year" onKeyDown={onKeyDown} onMouseLeave={() => setPointed(null)}>
        {MONTHS.map((month) => (
          <MonthGrid
            key={month}
            days={days}
            month={month}
            provisional={isProvisional}
            focusDay={Number(focus.slice(5, 7)) === month ? focus : null}
            chosen={chosen}
            today={today}
            onChoose={choose}
            onPoint={setPointed}
          />
        ))}
      </div>
    </Pane>
  );
}
