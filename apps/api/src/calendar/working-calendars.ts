import { type CalendarOverrides, type IsoDate, publishedCalendar, shanghaiToday, type WorkingCalendar } from '@onewindow/domain';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock, Database, sql } from '../platform/index.js';

const ALL_DAYS = sql<{ day: string; kind: 'work' | 'off' }>('SELECT day, kind FROM calendar_day ORDER BY day');
/** Edits of the calendar reach every process within this time, without a query on every request. */
const KEEP_MILLISECONDS = 60_000;

/**
 * The working calendar in force: the published notices with the administrators' edits (R1.2). An old one serves while a new one is read:
 * a command that waited here for a second connection could wait for itself.
 */
@Injectable()
export class WorkingCalendars implements OnApplicationBootstrap {
  private readonly logger = new Logger(WorkingCalendars.name);
  private kept: { calendar: WorkingCalendar; days: string; at: number } | undefined;
  private loading: Promise<WorkingCalendar> | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.current();
  }

  /** The calendar, at most a minute old. */
  async current(): Promise<WorkingCalendar> {
    if (!this.kept) return await this.reload();
    if (Math.abs(this.clock.now().getTime() - this.kept.at) >= KEEP_MILLISECONDS) {
      this.reload().catch((error: unknown) => this.logger.warn({ error }, 'the calendar was not read anew'));
    }
    return this.kept.calendar;
  }

  /** Today's date in the hall (R1.4). */
  today(): IsoDate {
    return shanghaiToday(this.clock.now());
  }

  private reload(): Promise<WorkingCalendar> {
    this.loading ??= this.read().finally(() => {
      this.loading = undefined;
    });
    return this.loading;
  }

  private async read(): Promise<WorkingCalendar> {
    const rows = await this.database.query(ALL_DAYS);
    const days = JSON.stringify(rows);
    const at = this.clock.now().getTime();
    // The tables of its years are costly to build: kept as long as no day was edited.
    if (this.kept?.days === days) this.kept.at = at;
    else {
      const overrides: CalendarOverrides = Object.fromEntries(rows.map((d) => [d.day, d.kind]));
      this.kept = { calendar: publishedCalendar(overrides), days, at };
    }
    return this.kept.calendar;
  }
}
