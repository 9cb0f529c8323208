import { AWAITING_STATUSES, caseNamed, dateWords, type IsoDate, SUPPLEMENT_REMINDERS } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type CommandTx, oneOf, sql } from '../platform/index.js';
import { Recipients } from './recipients.js';
import { RecurringReminders } from './recurring-reminders.js';
import { ReminderSender, type Telling } from './reminder-sender.js';

interface Waiting {
  id: string;
  title: string;
  itemName: string;
  departmentId: string;
  hallId: string;
  createdBy: string;
  supplementBy: IsoDate;
}

const AT_ONCE = 1_000;
/** R2.8: papers looked for by this day or earlier, and not reminded since; the indexes of awaited cases hold nothing else. */
const FIND = sql<Waiting>(
  `SELECT c.id, c.title, c.item_name AS "itemName", c.department_id AS "departmentId", c.hall_id AS "hallId", c.created_by AS "createdBy",
          c.supplement_by AS "supplementBy" FROM cases c
    WHERE c.status IN (${oneOf(AWAITING_STATUSES)}) AND c.supplement_by IS NOT NULL AND c.supplement_by <= $1
      AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.kind = 'supplement' AND r.subject_id = c.id AND r.due_on > $2)
    ORDER BY c.supplement_by, c.id LIMIT ${AT_ONCE} FOR UPDATE OF c SKIP LOCKED`,
);

/** R2.8: papers asked for and not brought: first the clerk who took the case in, or who answers for the hall once the clerk is gone; later the chief too, who alone may end it. */
@Injectable()
export class SupplementReminders {
  constructor(
    private readonly recurring: RecurringReminders,
    private readonly recipients: Recipients,
    private readonly sender: ReminderSender,
  ) {}

  async run(tx: CommandTx): Promise<void> {
    const { told, today, calendar } = await this.recurring.take(tx, {
      kind: 'supplement',
      plan: SUPPLEMENT_REMINDERS,
      find: FIND,
      from: ({ supplementBy }) => supplementBy,
    });
    if (told.length === 0) return;
    const { first, every } = SUPPLEMENT_REMINDERS;
    const isFirst = ({ supplementBy }: Waiting) => calendar.workingDaysIn(supplementBy, today) < first + every;
    const later = told.filter((row) => !isFirst(row));
    const clerks = await this.recipients.active(
      tx,
      told.map(({ createdBy }) => createdBy),
    );
    const [managers, chiefs] = [
      await this.recipients.ofHalls(
        tx,
        told.filter(({ createdBy }) => !clerks.has(createdBy)).map(({ hallId }) => hallId),
      ),
      await this.recipients.ofDepartments(
        tx,
        later.map(({ departmentId }) => departmentId),
      ),
    ];
    const tellings = told.flatMap((row): Telling[] => {
      const { id, departmentId, hallId, createdBy, supplementBy } = row;
      const words = `${caseNamed(row)}：补正材料 ${dateWords(supplementBy, today)} 前应到，还没有到`;
      const callers = clerks.has(createdBy) ? [createdBy] : (managers.get(hallId) ?? []);
      const toChiefs = isFirst(row) ? [] : (chiefs.get(departmentId) ?? []);
      return [
        ...callers.map((staffId) => ({ staffId, words: `${words}。电话通知申请人`, caseId: id, taskId: null })),
        ...toChiefs.map((staffId) => ({ staffId, words: `${words}。可以终止`, caseId: id, taskId: null })),
      ];
    });
    await this.sender.send(tx, tellings, (count) => `${count} 件补正材料过期未到`);
  }
}
