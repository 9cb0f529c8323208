import { type CalendarOverrides, type IsoDate, publishedCalendar, shanghaiToday, type WorkingCalendar } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { Clock, Database, sql } from '../platform/index.js';

const ALL_DAYS = sql<{ day: string; kind: 'work' | 'off' }>('SELECT day, kind FROM calendar_day');
/** Edits of the calendar reach every process within this time, without a query on every request. */
const KEEP_MILLISECONDS = 60_000;

/** The working calendar in force: the published notices with the administrators' edits (R1.2). */
@Injectable()
export class WorkingCalendars {
  private kept: { calendar: WorkingCalendar; until: number } | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The calendar, at most a minute old. */
  async current(): Promise<WorkingCalendar> {
    const now = this.clock.now().getTime();
    if (this.kept && now < this.kept.until) return this.kept.calendar;
    const days = await this.database.query(ALL_DAYS);
    const overrides: CalendarOverrides = Object.fromEntries(days.map((d) => [d.day, d.kind]));
    this.kept = { calendar: publishedCalendar(overrides), until: now + KEEP_MILLISECONDS };
    return this.kept.calendar;
  }

  /** Today's date in the hall (R1.4). */
  today(): IsoDate {
    return shanghaiToday(this.clock.now());
  }
}
