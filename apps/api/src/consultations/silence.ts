import {
  endsBySilence,
  isDeemedBySilence,
  isInReview,
  nextTaskStatus,
  shanghaiDayStart,
  shanghaiToday,
  silenceCountsOn,
  stepDueDate,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { CaseStore, SYSTEM_AUTHOR } from '../cases/index.js';
import { ItemVersions } from '../catalogue/index.js';
import { Organisation } from '../organisation/index.js';
import { type CommandTx, sql } from '../platform/index.js';
import { AskerNews, RouteRunner, TASKS_OF_CASE, TaskStore } from '../review/index.js';

const CASE_OF_TASK = sql<{ caseId: string }>('SELECT case_id AS "caseId" FROM review_task WHERE id = $1');
/** 逾期视为无意见, as the outcome of a task. */
export const DEEMED_OUTCOME = 'deemedNoObjection';

/** SQL: does silence end the consultation `t`? A question of an officer always; a step where its route says so. As `endsBySilence` has it. */
export const ENDS_BY_SILENCE = `(t.kind = 'consultation' AND (t.step_key LIKE 'consult.%' OR EXISTS (
  SELECT 1 FROM cases sc JOIN item_version sv ON sv.id = sc.item_version_id
   WHERE sc.id = t.case_id
     AND (sv.definition->'route'->'steps')::jsonb @> jsonb_build_array(jsonb_build_object('key', t.step_key, 'onSilence', 'deemedNoObjection')))))`;

/** R5.2: writes down that silence has become 视为无意见, dated to the day after the limit, and lets the route go on from that day. */
@Injectable()
export class Silence {
  constructor(
    private readonly cases: CaseStore,
    private readonly tasks: TaskStore,
    private readonly route: RouteRunner,
    private readonly versions: ItemVersions,
    private readonly calendars: WorkingCalendars,
    private readonly organisation: Organisation,
    private readonly news: AskerNews,
  ) {}

  /** What was answered, withdrawn or paused meanwhile is left alone, so that a second job changes nothing. */
  async deem(tx: CommandTx, taskId: string): Promise<void> {
    const [found] = await tx.query(CASE_OF_TASK, [taskId]);
    if (!found) return;
    const row = await this.cases.lockForSystem(tx, found.caseId);
    const all = await tx.query(TASKS_OF_CASE, [row.id]);
    const task = all.find(({ id }) => id === taskId);
    if (!isInReview(row.status) || !task || task.stepStartedOn === null) return;
    const [{ definition }, calendar] = [await this.versions.get(row.itemVersionId, tx), await this.calendars.current()];
    const today = shanghaiToday(tx.now);
    // The stored day may be behind a pause that lasts longer than announced: the law's is computed anew.
    const pauses = row.halts ?? [];
    const { kind, status, stepKey, stepName } = task;
    const { due, provisional } = stepDueDate({ kind, startedOn: task.stepStartedOn, limit: task.stepLimit, pauses }, calendar, today);
    if (!isDeemedBySilence({ kind, status, due, provisional, endsBySilence: endsBySilence(definition.route, stepKey), today })) return;
    const silentOn = silenceCountsOn(due);
    const { shortName: department } = await this.organisation.department(task.departmentId);
    // Half an opinion that nobody sent is none: it must not be read as the department's.
    const deemed = {
      status: nextTaskStatus(status, 'deem', kind),
      outcome: DEEMED_OUTCOME,
      opinion: '',
      doneAt: shanghaiDayStart(silentOn),
    };
    await this.tasks.save(tx, task, deemed);
    const opened = await this.route.advance(tx, row, definition, all, silentOn);
    const data = { step: stepKey, stepName, department, due, silentOn };
    await this.cases.note(tx, row, SYSTEM_AUTHOR, [{ action: 'task.deem', taskId, data }, ...opened]);
    await this.news.tell(tx, all, task, `没有答复，自 ${silentOn} 视为无意见`);
  }
}
