import { caseNamed, dateWords, shanghaiDateOf, UNCOLLECTED_REMINDERS } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type CommandTx, sql } from '../platform/index.js';
import { Recipients } from './recipients.js';
import { RecurringReminders } from './recurring-reminders.js';
import { ReminderSender, type Telling } from './reminder-sender.js';

interface Uncollected {
  id: string;
  title: string;
  itemName: string;
  hallId: string;
  readyAt: Date;
}

const AT_ONCE = 1_000;
/** R6.3: ready since this day or longer, and not reminded since; `cases_ready_hall` holds nothing else. A bundle is called for once, not for each child. */
const FIND = sql<Uncollected>(
  `SELECT c.id, c.title, c.item_name AS "itemName", c.hall_id AS "hallId", c.ready_at AS "readyAt" FROM cases c
    WHERE c.status = 'ready' AND c.ready_at < ($1::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
      AND NOT EXISTS (SELECT 1 FROM bundle_child b WHERE b.child_case_id = c.id AND b.state NOT IN ('released', 'served'))
      AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.kind = 'uncollected' AND r.subject_id = c.id AND r.due_on > $2)
    ORDER BY c.ready_at, c.id LIMIT ${AT_ONCE} FOR UPDATE OF c SKIP LOCKED`,
);

/** R6.3: results that nobody has collected: the hall calls the applicant. */
@Injectable()
export class UncollectedReminders {
  constructor(
    private readonly recurring: RecurringReminders,
    private readonly recipients: Recipients,
    private readonly sender: ReminderSender,
  ) {}

  async run(tx: CommandTx): Promise<void> {
    const { told, today } = await this.recurring.take(tx, {
      kind: 'uncollected',
      plan: UNCOLLECTED_REMINDERS,
      find: FIND,
      from: ({ readyAt }) => shanghaiDateOf(readyAt),
    });
    const people = await this.recipients.ofHalls(
      tx,
      told.map(({ hallId }) => hallId),
    );
    const tellings = told.flatMap((row): Telling[] => {
      const { id, hallId, readyAt } = row;
      const words = `${caseNamed(row)}：结果 ${dateWords(shanghaiDateOf(readyAt), today)} 起待取，还没有领。电话通知申请人`;
      return (people.get(hallId) ?? []).map((staffId) => ({ staffId, words, caseId: id, taskId: null }));
    });
    await this.sender.send(tx, tellings, (count) => `${count} 件结果久未领取`);
  }
}
