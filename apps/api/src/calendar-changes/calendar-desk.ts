import type { CalendarEffect, CalendarYearView } from '@onewindow/contracts';
import {
  addCalendarDays,
  calendarDaysBetween,
  type DomainError,
  isWeekend,
  readHolidayNotice,
  requireOpenYear,
  shanghaiToday,
  yearOf,
  yearOfNotice,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { calendarOf, type CalendarRows, readCalendarRows } from '../calendar/index.js';
import { StaffNames } from '../organisation/index.js';
import { Clock, Database, sql } from '../platform/index.js';
import { CalendarBook } from './calendar-book.js';
import { CalendarEffects } from './calendar-effects.js';
import { type CalendarPlan, countWorking, planDays, planYear, yearUnder } from './calendar-plan.js';

const NOTICE_OF = sql<{ source: string; loadedAt: Date; loadedBy: string }>(
  `SELECT source, loaded_at AS "loadedAt", loaded_by AS "loadedBy" FROM calendar_year WHERE year = $1`,
);
/** Shown beside the year in hand. */
const YEARS_BACK = 1;
const YEARS_AHEAD = 2;

/** What the administrator sees of the calendar before changing anything. */
@Injectable()
export class CalendarDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly book: CalendarBook,
    private readonly effects: CalendarEffects,
    private readonly names: StaffNames,
  ) {}

  async year(year: number): Promise<CalendarYearView> {
    const [rows, version, [notice]] = await Promise.all([
      readCalendarRows(this.database),
      this.book.version(this.database),
      this.database.query(NOTICE_OF, [year]),
    ]);
    const calendar = calendarOf(rows);
    const stateOf = (one: number) => (calendar.isPublished(one) ? ('published' as const) : ('provisional' as const));
    const days = yearUnder(rows, year);
    const by = notice && (await this.names.refs([notice.loadedBy])).get(notice.loadedBy);
    const current = yearOf(this.today());
    const shown = Array.from({ length: YEARS_BACK + YEARS_AHEAD + 1 }, (_, at) => current - YEARS_BACK + at);
    const refusal = this.refusal(year);
    return {
      year,
      version,
      state: stateOf(year),
      notice: notice ? { source: notice.source, loadedAt: notice.loadedAt.toISOString(), loadedBy: by ?? null } : null,
      workingDays: countWorking(days),
      days,
      years: shown.map((one) => ({ year: one, state: stateOf(one) })),
      actions: ['editDays', 'loadYear'].map((action) => ({ action, allowed: refusal === null, ...(refusal ? { reason: refusal } : {}) })),
    };
  }

  /** The days of a year that differ from their weekday. */
  async exceptions(year: number): Promise<ResponseOf<Endpoints['workingYear']>> {
    const calendar = calendarOf(await this.rows());
    const days = Array.from({ length: calendarDaysBetween(`${year}-01-01`, `${year}-12-31`) + 1 }, (_, at) =>
      addCalendarDays(`${year}-01-01`, at),
    );
    const exceptions = days.flatMap((day) => {
      const working = calendar.isWorkingDay(day);
      return working === isWeekend(day) ? [{ day, working }] : [];
    });
    return { provisional: !calendar.isPublished(year), exceptions };
  }

  async previewDays({ body }: InputOf<Endpoints['previewCalendarDays']>): Promise<CalendarEffect> {
    return await this.effect(planDays(await this.rows(), body.days, this.today()));
  }

  async previewNotice({
    params,
    body,
  }: InputOf<Endpoints['previewCalendarNotice']>): Promise<ResponseOf<Endpoints['previewCalendarNotice']>> {
    requireOpenYear(params.year, this.today());
    const { holidays, faults } = readHolidayNotice(body.text, params.year);
    if (faults.length > 0) return { holidays, faults, effect: null };
    const rows = await this.rows();
    const plan = planYear(rows, params.year, yearOfNotice(params.year, holidays), isPublished(rows, params.year));
    return { holidays, faults, effect: await this.effect(plan) };
  }

  effect(plan: CalendarPlan): Promise<CalendarEffect> {
    return this.effects.of(this.database, plan, this.today());
  }

  rows(): Promise<CalendarRows> {
    return readCalendarRows(this.database);
  }

  today() {
    return shanghaiToday(this.clock.now());
  }

  /** Why the year can't be changed; null when it can. */
  private refusal(year: number): string | null {
    try {
      requireOpenYear(year, this.today());
      return null;
    } catch (error) {
      return (error as DomainError).title;
    }
  }
}

export function isPublished(rows: CalendarRows, year: number): boolean {
  return calendarOf(rows).isPublished(year);
}
