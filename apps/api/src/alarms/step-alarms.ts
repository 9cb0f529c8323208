import {
  STANDING_TASK_STATUSES,
  caseNamed,
  clockWords,
  dateWords,
  type IsoDate,
  remaining,
  type WorkingCalendar,
  lightBoundaries,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type HallCalendar, WorkingCalendars } from '../calendar/index.js';
import { CaseStore, SYSTEM_AUTHOR } from '../cases/index.js';
import { ENDS_BY_SILENCE } from '../consultations/index.js';
import { Organisation } from '../organisation/index.js';
import { oneOf, type CommandTx, sql } from '../platform/index.js';
import { Recipients } from './recipients.js';
import { ReminderSender, type Telling } from './reminder-sender.js';

interface Alarmed {
  id: string;
  caseId: string;
  kind: string;
  stepKey: string;
  stepName: string;
  title: string;
  itemName: string;
  departmentId: string;
  holderId: string | null;
  stepLimit: number;
  stepDue: IsoDate;
  stepStartedOn: IsoDate;
  endsBySilence: boolean;
}

/** A first day with everything overdue is worked off in portions. */
const AT_ONCE = 1_000;

/**
 * Steps whose clock has turned: $1 red before this day, $2 yellow through this one. Which they are is read from the supervisor's index of open
 * work alone; only those that nobody has marked yet are looked at. What somebody acts on at this moment is left to the next sweep.
 */
const TURNED = sql<Alarmed>(
  `WITH turned AS (
     SELECT t.id FROM review_task t
      WHERE t.status IN (${oneOf(STANDING_TASK_STATUSES)}) AND NOT t.paused AND t.step_due <= $2
        AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.subject_id = t.id AND r.due_on = t.step_due
                           AND r.kind = CASE WHEN t.step_due < $1 THEN 'stepRed' ELSE 'stepYellow' END)
      ORDER BY t.step_due, t.id LIMIT ${AT_ONCE})
   SELECT t.id, t.case_id AS "caseId", t.kind, t.step_key AS "stepKey", t.step_name AS "stepName", t.step_limit AS "stepLimit", t.title,
          t.item_name AS "itemName", t.department_id AS "departmentId", t.holder_id AS "holderId", t.step_due AS "stepDue",
          t.step_started_on AS "stepStartedOn", ${ENDS_BY_SILENCE} AS "endsBySilence"
     FROM turned JOIN review_task t ON t.id = turned.id JOIN cases c ON c.id = t.case_id
    ORDER BY t.step_due, t.id FOR UPDATE OF c SKIP LOCKED`,
);

/** 环节黄灯、红灯: one message each to the holder, or while nobody holds it to the chief. */
@Injectable()
export class StepAlarms {
  constructor(
    private readonly calendars: WorkingCalendars,
    private readonly recipients: Recipients,
    private readonly sender: ReminderSender,
    private readonly cases: CaseStore,
    private readonly organisation: Organisation,
  ) {}

  async run(tx: CommandTx): Promise<void> {
    const [calendar, today] = [await this.calendars.current(), this.calendars.today()];
    const { redBefore, yellowThrough } = lightBoundaries(today, calendar, calendar.lights);
    const turned = await tx.query(TURNED, [redBefore, yellowThrough]);
    const red = turned.filter(({ stepDue }) => stepDue < redBefore);
    const yellow = turned.filter(({ stepDue }) => stepDue >= redBefore);
    await this.tell(tx, 'stepRed', red, { calendar, today });
    await this.tell(tx, 'stepYellow', yellow, { calendar, today });
  }

  private async tell(
    tx: CommandTx,
    kind: 'stepRed' | 'stepYellow',
    turned: readonly Alarmed[],
    on: { calendar: HallCalendar; today: IsoDate },
  ): Promise<void> {
    const fresh = await this.sender.mark(
      tx,
      kind,
      turned.map(({ id, stepDue }) => ({ id, dueOn: stepDue })),
    );
    const told = turned.filter((task) => fresh.has(task.id) && isNews(kind, task, on));
    if (told.length === 0) return;
    const chiefs = await this.recipients.ofDepartments(
      tx,
      told.filter(({ holderId }) => holderId === null).map(({ departmentId }) => departmentId),
    );
    const tellings = told.flatMap((task): Telling[] => {
      const people = task.holderId ? [task.holderId] : (chiefs.get(task.departmentId) ?? []);
      return people.map((staffId) => ({ staffId, words: wordsOf(task, on), caseId: task.caseId, taskId: task.id }));
    });
    await this.sender.send(tx, tellings, (count) => `${count} 件环节${kind === 'stepRed' ? '超期' : '临期'}`);
    if (kind === 'stepYellow') await this.note(tx, told);
  }

  /** R5.2: that a consulted department was reminded belongs to the story of the case. */
  private async note(tx: CommandTx, told: readonly Alarmed[]): Promise<void> {
    for (const { id, caseId, kind, stepKey, stepName, departmentId } of told) {
      if (kind !== 'consultation') continue;
      const row = await this.cases.lockForSystem(tx, caseId);
      const { shortName: department } = await this.organisation.department(departmentId);
      const data = { step: stepKey, stepName, department };
      await this.cases.note(tx, row, SYSTEM_AUTHOR, [{ action: 'task.remind', taskId: id, data }]);
    }
  }
}

/**
 * A step whose whole limit is yellow has not turned, it was born so; a reroute lies in the hall, under the refused step's clock; where silence has
 * counted already (R5.2), nobody is asked to hurry.
 */
function isNews(kind: 'stepRed' | 'stepYellow', task: Alarmed, { calendar, today }: { calendar: HallCalendar; today: IsoDate }): boolean {
  if (task.kind === 'reroute' || (task.endsBySilence && task.stepDue < today)) return false;
  return kind === 'stepRed' || task.stepLimit > calendar.lights.yellowThrough;
}

function wordsOf(task: Alarmed, { calendar, today }: { calendar: WorkingCalendar; today: IsoDate }): string {
  const left = remaining(today, { start: task.stepStartedOn, due: task.stepDue, calendar, today });
  const unclaimed = task.holderId === null ? '，还没有人签收' : '';
  // 今天到期 names the day already.
  const due = left === 0 ? '' : `，${dateWords(task.stepDue, today)} 到期`;
  return `${caseNamed(task)}：${task.stepName}${clockWords(left).long}${due}${unclaimed}`;
}
