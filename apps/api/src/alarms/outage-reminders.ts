import { dateWords, receiptFuse, shanghaiDateOf, silentSince } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { type CommandTx, sql } from '../platform/index.js';
import { Recipients } from './recipients.js';
import { ReminderSender, type Telling } from './reminder-sender.js';

interface Kept {
  id: string;
  itemName: string;
  outageNo: string;
  outageAt: Date;
  createdBy: string;
  hallId: string;
  districtCode: string;
  hallName: string;
  keeper: string;
}

const AT_ONCE = 1_000;
/** R10.5: papers of an outage that were entered and not received, whose five days have burned; `cases_draft` holds nothing but drafts. */
const FIND = sql<Kept>(
  `SELECT c.id, c.item_name AS "itemName", c.outage_no AS "outageNo", c.outage_at AS "outageAt", c.created_by AS "createdBy",
          c.hall_id AS "hallId", c.district_code AS "districtCode", h.name AS "hallName", s.name AS keeper
     FROM cases c JOIN hall h ON h.id = c.hall_id JOIN staff s ON s.id = c.created_by
    WHERE c.status = 'draft' AND c.outage_at < ($1::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
      AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.kind = 'outageFuse' AND r.subject_id = c.id)
    ORDER BY c.outage_at, c.id LIMIT ${AT_ONCE} FOR UPDATE OF c SKIP LOCKED`,
);

/**
 * R2.4, R2.7, R10.5: the five days of a paper run from its true receipt, while it is still a draft here. Nothing is accepted by itself, since the
 * paper may have been answered on paper: who keeps the draft, or who answers for the hall once they are gone, and the supervisors hear of it once.
 */
@Injectable()
export class OutageReminders {
  constructor(
    private readonly calendars: WorkingCalendars,
    private readonly recipients: Recipients,
    private readonly sender: ReminderSender,
  ) {}

  async run(tx: CommandTx): Promise<void> {
    const [calendar, today] = [await this.calendars.current(), this.calendars.today()];
    const found = await tx.query(FIND, [silentSince({ today, calendar })]);
    const due = found.map((row) => ({ ...row, dueOn: receiptFuse({ receivedOn: shanghaiDateOf(row.outageAt), calendar }).due }));
    const fresh = await this.sender.mark(tx, 'outageFuse', due);
    const told = due.filter(({ id }) => fresh.has(id));
    if (told.length === 0) return;
    const clerks = await this.recipients.active(
      tx,
      told.map(({ createdBy }) => createdBy),
    );
    const orphans = told.filter(({ createdBy }) => !clerks.has(createdBy)).map(({ hallId }) => hallId);
    const managers = await this.recipients.ofHalls(tx, orphans);
    const supervisors = await this.recipients.supervisors(
      tx,
      told.map(({ districtCode }) => districtCode),
    );
    const tellings = told.flatMap(({ id: caseId, itemName, outageNo, createdBy, hallId, districtCode, dueOn, ...at }): Telling[] => {
      const words = `${itemName} 纸质单 ${outageNo}：五日告知期 ${dateWords(dueOn, today)} 已满，补录后还没有收件`;
      const keepers = clerks.has(createdBy) ? [createdBy] : (managers.get(hallId) ?? []);
      // A draft is its counter's: supervisors can't open it, and are told whom to ask.
      const asked = `${words}。在${at.hallName}，${at.keeper}补录`;
      const others = (supervisors.get(districtCode) ?? []).filter((staffId) => !keepers.includes(staffId));
      return [
        ...keepers.map((staffId) => ({ staffId, words, caseId, taskId: null })),
        ...others.map((staffId) => ({ staffId, words: asked, caseId: null, taskId: null })),
      ];
    });
    await this.sender.send(tx, tellings, (count) => `${count} 份停机补录告知期已满，还没有收件`);
  }
}
