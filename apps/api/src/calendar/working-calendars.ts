import { topicOf } from '@onewindow/contracts';
import { type IsoDate, type LightThresholds, shanghaiToday, type WorkingCalendar } from '@onewindow/domain';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { AppConfig, Clock, type CommandTx, Database, EVERYTHING, SignalBus } from '../platform/index.js';
import { calendarOf, readCalendarRows } from './calendar-rows.js';

/** Should a signal be lost, an edit of the calendar reaches every process within this time all the same. */
const KEEP_MILLISECONDS = 60_000;

/** What days mean to this installation: which of them are worked, and by its settings how few are left of what is urgent (R1.8, R5.7). */
export interface HallCalendar extends WorkingCalendar {
  readonly lights: LightThresholds;
  readonly stalledAfter: number;
}

/**
 * The working calendar in force: the published notices with the administrators' edits (R1.2). An old one serves while a new one is read:
 * a command that waited here for a second connection could wait for itself. A change is told to every process by a signal.
 */
@Injectable()
export class WorkingCalendars implements OnApplicationBootstrap {
  private readonly logger = new Logger(WorkingCalendars.name);
  private kept: { calendar: HallCalendar; days: string; at: number } | undefined;
  private loading: Promise<HallCalendar> | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly signals: SignalBus,
    private readonly config: AppConfig,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.current();
    this.signals.subscribe(({ groups }) => {
      // A reading that is under way may have begun before the change.
      if (groups.some((group) => group.includes(topicOf.calendar) || group.includes(EVERYTHING)))
        void Promise.resolve(this.loading).then(
          () => this.renew(),
          () => this.renew(),
        );
    });
  }

  /** The calendar, at most a minute old. */
  async current(): Promise<HallCalendar> {
    if (!this.kept) return await this.reload();
    if (Math.abs(this.clock.now().getTime() - this.kept.at) >= KEEP_MILLISECONDS) this.renew();
    return this.kept.calendar;
  }

  /** The calendar as this transaction sees it: what recomputes stored dates must not trust a kept one. */
  async seenBy(tx: Pick<CommandTx, 'query'>): Promise<WorkingCalendar> {
    return await this.read(tx);
  }

  /** Today's date in the hall (R1.4). */
  today(): IsoDate {
    return shanghaiToday(this.clock.now());
  }

  private renew(): void {
    this.reload().catch((error: unknown) => this.logger.warn({ error }, 'the calendar was not read anew'));
  }

  private reload(): Promise<HallCalendar> {
    this.loading ??= this.read(this.database).finally(() => {
      this.loading = undefined;
    });
    return this.loading;
  }

  private async read(reader: Pick<CommandTx, 'query'>): Promise<HallCalendar> {
    const { lights, stalledAfter } = this.config;
    const rows = await readCalendarRows(reader);
    const days = JSON.stringify(rows);
    const at = this.clock.now().getTime();
    // The tables of its years are costly to build: kept as long as no day was edited.
    if (this.kept?.days === days) this.kept.at = at;
    else this.kept = { calendar: Object.assign(calendarOf(rows), { lights, stalledAfter }), days, at };
    return this.kept.calendar;
  }
}
