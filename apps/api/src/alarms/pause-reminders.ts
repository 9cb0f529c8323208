import {
  caseNamed,
  dateWords,
  type IsoDate,
  pauseEndsThrough,
  type ProcedureStatus,
  SPECIAL_PROCEDURE_LABELS,
  type SpecialProcedureKind,
  standingEnd,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { type CommandTx, sql } from '../platform/index.js';
import { Recipients } from './recipients.js';
import { ReminderSender, type Telling } from './reminder-sender.js';

interface Ending {
  id: string;
  caseId: string;
  title: string;
  itemName: string;
  departmentId: string;
  kind: SpecialProcedureKind;
  /** As it was told. */
  dueOn: IsoDate;
  /** Who has the case in that department, and the task by which they open it. */
  holders: { staffId: string; taskId: string }[];
  status: ProcedureStatus;
  startedOn: IsoDate | null;
  days: number;
  unit: 'calendar' | 'working';
}

const AT_ONCE = 1_000;
/** R3.2: open pauses whose announced end is near or past; `cases_halted` holds the cases that ever had one and are under review. */
const FIND = sql<Ending>(
  `SELECT h.id, c.id AS "caseId", c.title, c.item_name AS "itemName", c.department_id AS "departmentId", h.kind, h."announcedEnd" AS "dueOn",
          p.status, p.started_on AS "startedOn", p.days, p.unit,
          (SELECT coalesce(json_agg(held), '[]') FROM (
             SELECT t.holder_id AS "staffId", min(t.id::text) AS "taskId" FROM review_task t
              WHERE t.case_id = c.id AND t.status = 'claimed' AND t.department_id = c.department_id AND t.kind IN ('review', 'decision')
              GROUP BY t.holder_id) held) AS holders
     FROM cases c, jsonb_to_recordset(c.halts) AS h(id uuid, kind text, "announcedEnd" date, "actualEnd" date)
          LEFT JOIN special_procedure p ON p.id = h.id
    WHERE c.status = 'accepted' AND c.halts IS NOT NULL AND h."actualEnd" IS NULL AND h."announcedEnd" <= $1
      AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.kind = 'pauseEnd' AND r.subject_id = h.id AND r.due_on = h."announcedEnd")
    ORDER BY h."announcedEnd", h.id LIMIT ${AT_ONCE} FOR UPDATE OF c SKIP LOCKED`,
);

/** R3.2: a pause is about to end: who holds the case in the department that asked for it, or its chief, ends it in time or tells the applicant why it lasts longer. */
@Injectable()
export class PauseReminders {
  constructor(
    private readonly calendars: WorkingCalendars,
    private readonly recipients: Recipients,
    private readonly sender: ReminderSender,
  ) {}

  async run(tx: CommandTx): Promise<void> {
    const [calendar, today] = [await this.calendars.current(), this.calendars.today()];
    const through = pauseEndsThrough(today, calendar);
    const near = await tx.query(FIND, [through]);
    // R3.1: a public notice may stand longer than was told; before that it can't be ended.
    const due = near
      .map((row) => ({ ...row, until: standingEnd({ ...row, announcedEnd: row.dueOn }, calendar) ?? row.dueOn }))
      .filter(({ until }) => until <= through);
    const fresh = await this.sender.mark(tx, 'pauseEnd', due);
    const told = due.filter(({ id }) => fresh.has(id));
    const chiefs = await this.recipients.ofDepartments(
      tx,
      told.filter(({ holders }) => holders.length === 0).map(({ departmentId }) => departmentId),
    );
    const tellings = told.flatMap((row): Telling[] => {
      const { caseId, departmentId, kind, dueOn, until, holders } = row;
      const day = until === dueOn ? `告知 ${dateWords(dueOn, today)} 结束` : `到 ${dateWords(until, today)} 期满`;
      const words = `${caseNamed(row)}：${SPECIAL_PROCEDURE_LABELS[kind]}${day}。结束后恢复计时`;
      if (holders.length === 0) return (chiefs.get(departmentId) ?? []).map((staffId) => ({ staffId, words, caseId, taskId: null }));
      return holders.map((held) => ({ ...held, words, caseId, isWork: true }));
    });
    await this.sender.send(tx, tellings, (count) => `${count} 件暂停将到告知的日子`);
  }
}
