import { addCalendarDays, dayOfWeek, type IsoDate, shanghaiToday } from '@onewindow/domain';
import { Input } from 'antd';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useNow } from '../hooks/use-now.js';
import { DayCalendar } from './day-calendar.js';
import { readDay, withinBounds } from './day-reading.js';
import './day-input.css';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;
const MOVES: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

export interface DayInputProps {
  /** The day that stands, `YYYY-MM-DD`; null when there is none. */
  value: IsoDate | null;
  /** The day that was typed or picked; null when the text is empty or none that the field takes. */
  onDay: (day: IsoDate | null) => void;
  /** `typed`: with each key; `left`: when the input is left, at Enter, or by a pick, and only days that the field takes. */
  when?: 'typed' | 'left';
  min?: IsoDate | null;
  max?: IsoDate | null;
  id?: string;
  /** Said aloud where no label stands before it. */
  label?: string;
  placeholder?: string;
  size?: 'small' | 'middle';
  disabled?: boolean;
  invalid?: boolean;
  required?: boolean;
  describedBy?: string | undefined;
  /** Takes what can't be read when the input is left, where somebody else says what is wrong; then nothing stands beneath. */
  onUnreadable?: (text: string) => void;
  onBlur?: () => void;
}

/** What is typed until it stands, and the value that it goes with: another value from outside takes its place. */
interface Draft {
  text: string;
  value: IsoDate | null;
}

/**
 * A day of the law by keys: `11-20`, `1120`, `2026-11-20`; ↑↓ by day, T today, space or the mark at the right a month to pick from.
 * What is wrong stands beneath once the input is left.
 */
export function DayInput(props: DayInputProps) {
  const { value, onDay, when = 'typed', min = null, max = null, id, label, placeholder = '月-日' } = props;
  const { size = 'middle', disabled = false, invalid = false, required = false, describedBy, onUnreadable, onBlur } = props;
  const own = useId();
  const [box, setBox] = useState<HTMLSpanElement | null>(null);
  const today = shanghaiToday(useNow());
  const [draft, setDraft] = useState<Draft | null>(null);
  const [left, setLeft] = useState(true);
  const [month, setMonth] = useState<IsoDate | null>(null);
  const bounds = { min, max };
  const text = draft !== null && draft.value === value ? draft.text : (value ?? '');
  const { day, problem } = readDay(text, today, bounds);
  const shown = left && onUnreadable === undefined ? problem : null;
  const isOpen = month !== null;

  useEffect(() => {
    if (!isOpen) return undefined;
    const close = () => setMonth(null);
    window.addEventListener('resize', close);
    window.addEventListener('scroll', close, { capture: true });
    return () => {
      window.removeEventListener('resize', close);
      window.removeEventListener('scroll', close, { capture: true });
    };
  }, [isOpen]);

  /** A day by key or pick: it stands in the input, and counts at once where typing does. */
  function put(next: IsoDate) {
    type(next);
    setMonth((shownMonth) => (shownMonth === null ? null : next));
  }
  function type(next: string) {
    const read = readDay(next, today, bounds);
    setDraft({ text: next, value: when === 'typed' ? read.day : value });
    if (when === 'typed' && read.day !== value) onDay(read.day);
  }
  function settle(next: string) {
    const read = readDay(next, today, bounds);
    if (read.problem !== null) {
      onUnreadable?.(next);
      return;
    }
    setDraft(null);
    if (read.day !== value) onDay(read.day);
  }
  function pick(next: IsoDate) {
    setMonth(null);
    settle(next);
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const { key } = event;
    const move = MOVES[key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === ' ') setMonth(isOpen ? null : (day ?? withinBounds(today, bounds)));
    else if (move !== undefined) put(withinBounds(day === null ? today : addCalendarDays(day, move), bounds));
    else if (key === 't' || key === 'T') put(today);
    else if (key === 'Escape' && isOpen) setMonth(null);
    else {
      if (key === 'Enter') {
        setMonth(null);
        setLeft(true);
        settle(text);
      }
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
  function turn(months: number) {
    setMonth((shownMonth) => (shownMonth === null ? null : monthAfter(shownMonth, months)));
  }
  const error = `${own}-error`;
  return (
    <span ref={setBox} className="ow-day-input">
      <Input
        {...(id === undefined ? {} : { id })}
        role="combobox"
        size={size}
        value={text}
        disabled={disabled}
        placeholder={disabled ? '' : placeholder}
        autoComplete="off"
        spellCheck={false}
        inputMode="numeric"
        maxLength={14}
        status={invalid || shown !== null ? 'error' : ''}
        {...(label === undefined ? {} : { 'aria-label': label })}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${own}-calendar` : undefined}
        aria-required={required || undefined}
        aria-invalid={invalid || shown !== null || undefined}
        aria-describedby={[describedBy, shown === null ? undefined : error].filter(Boolean).join(' ') || undefined}
        suffix={
          <button
            type="button"
            tabIndex={-1}
            className="ow-day-open"
            disabled={disabled}
            aria-label={`${label ?? ''}日历`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={(event) => {
              event.preventDefault();
              box?.querySelector('input')?.focus();
              setMonth(isOpen ? null : (day ?? withinBounds(today, bounds)));
            }}
          >
            {day === null || size === 'small' ? null : <span className="ow-day-weekday">{WEEKDAYS[dayOfWeek(day)]}</span>}
            <CalendarMark />
          </button>
        }
        onFocus={() => setLeft(false)}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setLeft(true);
          setMonth(null);
          settle(text);
          onBlur?.();
        }}
      />
      {shown === null ? null : (
        <span id={error} className="ow-day-error" role="alert">
          {shown}
        </span>
      )}
      {month !== null && box ? (
        <DayCalendar
          id={`${own}-calendar`}
          label={label ?? '日历'}
          anchor={box}
          month={month}
          chosen={day}
          today={today}
          bounds={bounds}
          onMonth={turn}
          onPick={pick}
        />
      ) : null}
    </span>
  );
}

function monthAfter(month: IsoDate, months: number): IsoDate {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
}

/** A month's sheet, drawn in the colour of the text. */
function CalendarMark() {
  return (
    <svg width="13" height="13" viewBox="0 0 13 13" fill="none" stroke="currentColor" aria-hidden="true">
      <path d="M1.5 2.5h10v9h-10zM1.5 5.5h10M4 1v2.5M9 1v2.5" />
    </svg>
  );
}
