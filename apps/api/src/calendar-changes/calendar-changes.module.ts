import { Module, type OnModuleInit } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { JobRegistry } from '../platform/index.js';
import { CalendarBook, RECOMPUTE } from './calendar-book.js';
import { CalendarController } from './calendar.controller.js';
import { CalendarDesk } from './calendar-desk.js';
import { CalendarEffects } from './calendar-effects.js';
import { EditDays } from './commands/edit-days.js';
import { LoadNotice } from './commands/load-notice.js';
import { LoadWorkbook } from './commands/load-workbook.js';
import { CaseRedater } from './jobs/case-redater.js';
import { RecomputeOpenCases } from './jobs/recompute-open-cases.processor.js';
import { SupplementMarks } from './jobs/supplement-marks.js';
import { RunReader } from './run-reader.js';

/** The administrator's side of the calendar: years, single days, and what a change does to every open case. */
@Module({
  imports: [CalendarModule, OrganisationModule],
  controllers: [CalendarController],
  providers: [
    CalendarBook,
    CalendarDesk,
    CalendarEffects,
    EditDays,
    LoadNotice,
    LoadWorkbook,
    CaseRedater,
    RecomputeOpenCases,
    RunReader,
    SupplementMarks,
  ],
})
export class CalendarChangesModule implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly recompute: RecomputeOpenCases,
    private readonly book: CalendarBook,
  ) {}

  onModuleInit(): void {
    // Every slice is a transaction of its own, so the work lies before the job's, which only notes that it was done.
    this.jobs.handlePrepared(
      RECOMPUTE,
      async ({ runId }: { runId: string }) => {
        await this.recompute.run(runId);
        await this.recompute.settle(runId);
      },
      () => Promise.resolve(),
    );
    this.jobs.sweep({
      name: 'resume-calendar-runs',
      everyMinutes: 1,
      run: (tx) => this.recompute.resume(tx, (runId) => tx.appendOutbox(RECOMPUTE, { runId })),
    });
    this.jobs.sweep({ name: 'follow-released-calendar', everyMinutes: 30, run: (tx) => this.book.followRelease(tx) });
  }
}
