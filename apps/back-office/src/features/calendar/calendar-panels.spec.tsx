/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ProblemError } from '@onewindow/api-client';
import type { CalendarEffect, CalendarYearView, NoticeReading } from '@onewindow/contracts';
import { SETTLE_MS } from '@onewindow/ui';
import { act } from 'react';
import { openPage, type TestPage } from '../../../test/open-page.js';
import { api } from '../../app/api.js';
import { EditPanel } from './edit-panel.js';
import { NoticeLoader } from './notice-loader.js';
import { WorkbookLoader } from './workbook-loader.js';

const VIEW = { year: 2027, version: 1, days: [], actions: [] } as unknown as CalendarYearView;
const EFFECT: CalendarEffect = {
  days: [],
  workingDays: { before: 250, after: 249 },
  openCases: 10,
  movedCases: 3,
  settledCases: 0,
  movedSteps: 0,
  shifts: [],
  keptEdits: 0,
};
const READING = { faults: [], holidays: [], effect: EFFECT } as unknown as NoticeReading;

describe('a change of the calendar', () => {
  let page: TestPage;
  const ctrlEnter = () =>
    act(async () =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true })),
    );

  beforeEach(() => {
    page = openPage();
    localStorage.clear();
  });
  afterEach(() => {
    page.close();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('is not loaded by the second of two quick presses: what it does has not been seen', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
    jest.spyOn(api, 'previewCalendarNotice').mockResolvedValue(READING);
    const loaded = jest.spyOn(api, 'loadCalendarNotice').mockReturnValue(new Promise(() => undefined));
    await page.show(<NoticeLoader view={VIEW} head="装入 2027 年" ways={null} onDone={() => undefined} />);
    await page.write('一、元旦：1月1日放假。', '#bo-notice-text');
    await page.write('国办发明电〔2026〕9 号', '#bo-notice-source');
    await ctrlEnter();
    await ctrlEnter();
    expect(page.place.textContent).toContain('3 件日期变');
    expect(loaded).not.toHaveBeenCalled();
    await act(async () => jest.advanceTimersByTime(SETTLE_MS));
    await ctrlEnter();
    expect(loaded).toHaveBeenCalledTimes(1);
  });

  it('of single days waits until it is counted what it does', async () => {
    let count: (effect: CalendarEffect) => void = () => undefined;
    jest.spyOn(api, 'previewCalendarDays').mockReturnValue(new Promise((resolve) => (count = resolve)));
    const changed = jest.spyOn(api, 'editCalendarDays').mockReturnValue(new Promise(() => undefined));
    await page.show(<EditPanel view={VIEW} chosen={['2027-03-01']} onChosen={() => undefined} onDone={() => undefined} />);
    await page.write('台风停工', '#bo-calendar-reason');
    await page.press('改 1 天');
    expect(page.place.textContent).toContain('正在数要变的件');
    expect(changed).not.toHaveBeenCalled();
    await act(async () => count(EFFECT));
    await page.press('改 1 天');
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('of a workbook can be checked again after its refusal was put away', async () => {
    const conflict = new ProblemError({ type: 'about:blank', title: '日历刚有变动。', status: 409, code: 'calendar.changed' });
    const sent = jest
      .spyOn(api, 'loadCalendarWorkbook')
      .mockImplementation(({ query }) =>
        query.dryRun === 'true' ? Promise.resolve({ rows: 365, errors: [], effect: EFFECT, run: null } as never) : Promise.reject(conflict),
      );
    await page.show(<WorkbookLoader view={VIEW} head="装入 2027 年" ways={null} onDone={() => undefined} />);
    const field = page.place.querySelector<HTMLInputElement>('input[type=file]');
    Object.defineProperty(field, 'files', { value: [new File(['x'], '2027.xlsx')] });
    await act(async () => field?.dispatchEvent(new Event('change', { bubbles: true })));
    await page.write('国办发明电〔2026〕9 号', '#bo-workbook-source');
    await page.press('装入 2027 年');
    expect(page.place.textContent).toContain('日历刚有变动。');
    await page.press('刷新');
    expect(page.place.textContent).not.toContain('日历刚有变动。');
    await page.press('再核对');
    expect(sent.mock.calls.map(([{ query }]) => query.dryRun)).toEqual(['true', 'false', 'true']);
  });
});
