import { type CalendarOverrides, type IsoDate, publishedCalendar, shanghaiToday, type WorkingCalendar } from '@onewindow/domain';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, Database, sql } from '../platform/index.js';

const ALL_DAYS = sql<{ day: string; kind: 'work' | 'off' }>('SELECT day, kind FROM calendar_day');
/** Edits of the calendar reach every process within this time, without a query on every request. */
const KEEP_MILLISECONDS = 60_000;

/** The working calendar in force: the published notices with the administrators' edits (R1.2). */
@Injectable()
export class WorkingCalendars implements OnApplicationBootstrap {
  private readonly logger = new Logger(WorkingCalendars.name);
  private kept: { calendar: WorkingCalendar; until: number } | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.current();
  }

  /** The calendar; read anew in the background once a minute: a command that waited for a second connection could wait for itself. */
  async current(): Promise<WorkingCalendar> {
    if (!this.kept) return await this.load();
    if (this.clock.now().getTime() >= this.kept.until) {
      this.kept.until += KEEP_MILLISECONDS;
      this.load().catch((error: unknown) => this.logger.warn({ error }, 'the calendar was not read anew'));
    }
    return this.kept.calendar;
  }

  private async load(): Promise<WorkingCalendar> {
    const days = await this.database.query(ALL_DAYS);
    const overrides: CalendarOverrides = Object.fromEntries(days.map((d) => [d.day, d.kind]));
    const calendar = publishedCalendar(overrides);
    this.kept = { calendar, until: this.clock.now().getTime() + KEEP_MILLISECONDS };
    return calendar;
  }

  /** Today's date in the hall (R1.4). */
  today(): IsoDate {
    return shanghaiToday(this.clock.now());
  }
}
