import { Module, type OnModuleInit } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { CasesModule } from '../cases/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { JobRegistry } from '../platform/index.js';
import { CalendarReminders } from './calendar-reminders.js';
import { OutageReminders } from './outage-reminders.js';
import { PauseReminders } from './pause-reminders.js';
import { Recipients } from './recipients.js';
import { RecurringReminders } from './recurring-reminders.js';
import { ReminderSender } from './reminder-sender.js';
import { StepAlarms } from './step-alarms.js';
import { SupplementReminders } from './supplement-reminders.js';
import { UncollectedReminders } from './uncollected-reminders.js';

/** 提醒: what time brings to mind. Found from the rows' own due dates, told once, marked with the day (R1.2, R1.8, R2.4, R2.8, R3.2, R6.3). */
@Module({
  imports: [CalendarModule, CasesModule, NotificationsModule, OrganisationModule],
  providers: [
    Recipients,
    ReminderSender,
    RecurringReminders,
    StepAlarms,
    UncollectedReminders,
    SupplementReminders,
    PauseReminders,
    CalendarReminders,
    OutageReminders,
  ],
})
export class AlarmsModule implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly steps: StepAlarms,
    private readonly uncollected: UncollectedReminders,
    private readonly supplements: SupplementReminders,
    private readonly pauses: PauseReminders,
    private readonly years: CalendarReminders,
    private readonly outages: OutageReminders,
    private readonly sender: ReminderSender,
  ) {}

  onModuleInit(): void {
    this.jobs.sweep({ name: 'alarm-steps', everyMinutes: 15, run: (tx) => this.steps.run(tx) });
    this.jobs.sweep({ name: 'remind-uncollected', everyMinutes: 60, run: (tx) => this.uncollected.run(tx) });
    this.jobs.sweep({ name: 'remind-supplements', everyMinutes: 60, run: (tx) => this.supplements.run(tx) });
    this.jobs.sweep({ name: 'forget-reminders', everyMinutes: 24 * 60, run: (tx) => this.sender.forgetOld(tx) });
    this.jobs.sweep({ name: 'remind-calendar-year', everyMinutes: 60, run: (tx) => this.years.run(tx) });
    this.jobs.sweep({ name: 'remind-pauses', everyMinutes: 60, run: (tx) => this.pauses.run(tx) });
    this.jobs.sweep({ name: 'remind-outage-drafts', everyMinutes: 60, run: (tx) => this.outages.run(tx) });
  }
}
