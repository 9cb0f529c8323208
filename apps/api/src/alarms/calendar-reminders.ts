import { yearWithoutNotice } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import type { CommandTx } from '../platform/index.js';
import { Recipients } from './recipients.js';
import { ReminderSender } from './reminder-sender.js';

/** R1.2: the notice of the next year is out in November; from December on, whoever loads it is reminded once that it is not in. */
@Injectable()
export class CalendarReminders {
  constructor(
    private readonly calendars: WorkingCalendars,
    private readonly recipients: Recipients,
    private readonly sender: ReminderSender,
  ) {}

  async run(tx: CommandTx): Promise<void> {
    const missing = yearWithoutNotice(this.calendars.today(), await this.calendars.current());
    if (missing === null) return;
    const { year, since } = missing;
    const people = await this.recipients.administrators(tx);
    const fresh = await this.sender.mark(
      tx,
      'calendarYear',
      people.map((id) => ({ id, dueOn: since })),
    );
    const words = `${year} 年的放假安排还没有装入：跨到 ${year} 年的时限都是暂定的，期满不答复也不视为受理、不视为无意见。公布后在“工作日历”装入`;
    const told = people.filter((id) => fresh.has(id)).map((staffId) => ({ staffId, words, caseId: null, taskId: null }));
    await this.sender.send(tx, told, () => '');
  }
}
