/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, useState } from 'react';
import { render, typeInto, type Rendered } from '../../test/render.js';
import { DayInput, type DayInputProps } from './day-input.js';
import { DaySpanInput, type DaySpan } from './day-span.js';
import { WorkingYearContext, type WorkingYear } from './working-days.js';

const NATIONAL_DAY: WorkingYear = {
  provisional: false,
  exceptions: new Map([
    ['2026-10-01', false],
    ['2026-10-10', true],
  ]),
};

let page: Rendered;
const days: (string | null)[] = [];

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-10-29T10:00:00+08:00') });
  days.length = 0;
});
afterEach(() => {
  page.unmount();
  jest.useRealTimers();
});

function Held({ first, ...props }: Partial<DayInputProps> & { first: string | null }) {
  const [day, setDay] = useState(first);
  const onDay = (next: string | null) => {
    days.push(next);
    setDay(next);
  };
  return (
    <WorkingYearContext value={() => NATIONAL_DAY}>
      <DayInput label="补正日" value={day} onDay={onDay} {...props} />
    </WorkingYearContext>
  );
}

const show = (first: string | null, props: Partial<DayInputProps> = {}) => {
  page = render(<Held first={first} {...props} />);
};
const input = () => page.container.querySelector('input') as HTMLInputElement;
const focus = () => act(() => input().focus());
const leave = () => act(() => input().blur());
const press = (...keys: string[]) => {
  for (const key of keys) act(() => void input().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));
};
const alert = () => page.container.querySelector('[role=alert]')?.textContent ?? null;
const dayButton = (day: string) => document.querySelector<HTMLButtonElement>(`[data-day="${day}"]`);

describe('DayInput', () => {
  it('takes a day as it is typed and shows it whole when it is left', () => {
    show(null);
    focus();
    typeInto(input(), '1120');
    expect([input().value, days.at(-1)]).toEqual(['1120', '2026-11-20']);
    leave();
    expect(input().value).toBe('2026-11-20');
  });

  it('moves by day within its bounds, and goes to today', () => {
    show('2026-11-01', { min: '2026-10-30', max: '2026-11-02' });
    focus();
    press('ArrowDown', 'ArrowDown', 'ArrowDown');
    expect(input().value).toBe('2026-11-02');
    press('ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp');
    expect(input().value).toBe('2026-10-30');
    press('t');
    expect([input().value, days.at(-1)]).toEqual(['2026-10-29', null]);
    leave();
    expect(alert()).toBe('填 2026-10-30 至 2026-11-02 之间的日期');
    expect(input().getAttribute('aria-invalid')).toBe('true');
  });

  it('never lets the day before stand behind what can not be read', () => {
    show('2026-11-01');
    focus();
    typeInto(input(), '2026-02-30');
    expect(days).toEqual([null]);
    expect(alert()).toBeNull();
    leave();
    expect(alert()).toBe('没有 2026-02-30 这一天，改成存在的日期');
    expect(input().value).toBe('2026-02-30');
  });

  it('gives nothing away before it is left, where that is wanted', () => {
    show('2026-11-01', { when: 'left' });
    focus();
    typeInto(input(), '1120');
    press('ArrowDown');
    expect(days).toEqual([]);
    press('Enter');
    expect(days).toEqual(['2026-11-21']);
    typeInto(input(), '13-45');
    leave();
    expect([days.length, alert()]).toEqual([1, '没有 13-45 这一天，改成存在的日期']);
  });

  it('passes on what can not be read where the form says what is wrong', () => {
    const onUnreadable = jest.fn();
    show(null, { onUnreadable });
    focus();
    typeInto(input(), '后天');
    leave();
    expect(onUnreadable).toHaveBeenCalledWith('后天');
    expect(alert()).toBeNull();
  });

  it('opens the month by space, marks what differs from its weekday, closes by Esc', () => {
    show('2026-10-09', { min: '2026-10-05' });
    focus();
    press(' ');
    expect(input().getAttribute('aria-expanded')).toBe('true');
    expect(dayButton('2026-10-01')?.textContent).toBe('1休');
    expect(dayButton('2026-10-10')?.getAttribute('aria-label')).toBe('2026-10-10 上班');
    expect([dayButton('2026-10-04')?.disabled, dayButton('2026-10-05')?.disabled]).toEqual([true, false]);
    press('Escape');
    expect(dayButton('2026-10-10')).toBeNull();
    press(' ');
    act(() => document.querySelector<HTMLButtonElement>('[aria-label=下月]')?.click());
    act(() => dayButton('2026-11-20')?.click());
    expect([days, input().value, dayButton('2026-11-20')]).toEqual([['2026-11-20'], '2026-11-20', null]);
  });
});

describe('DaySpanInput', () => {
  it('gives the span whole when an end of it is left, and neither end goes past the other', () => {
    const spans: DaySpan[] = [];
    page = render(<DaySpanInput label="收件" speaking value={{ from: null, to: '2026-10-20' }} onSpan={(span) => spans.push(span)} />);
    expect([input().placeholder, input().getAttribute('aria-label')]).toEqual(['收件自', '收件自']);
    focus();
    typeInto(input(), '2026-10-21');
    leave();
    expect(alert()).toBe('不能晚于 2026-10-20');
    focus();
    typeInto(input(), '1001');
    expect(spans).toEqual([]);
    leave();
    expect(spans).toEqual([{ from: '2026-10-01', to: '2026-10-20' }]);
  });
});
