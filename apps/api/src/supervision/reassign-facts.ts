import type { IsoDate } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { districtOf } from '../cases/index.js';
import { type Actor, type CommandTx, hasRole, sql } from '../platform/index.js';
import {
  LISTED_COLUMNS,
  LISTED_FROM,
  type ListedTask,
  type Receiver,
  receiverColumns,
  ReceiverUnfit,
  TaskNotFound,
} from '../review/index.js';
import { LOAD } from './officers.js';

/** A chosen task with the identities that decide who must recuse (R5.6). */
export interface ChosenTask extends ListedTask {
  agentIdentityIndex: string | null;
  applicantIndex: string | null;
  representativeIndex: string | null;
}

/** One of the staff, with the tasks in hand. */
export type LoadedOfficer = Receiver & { load: number };

const CHOSEN = sql<ChosenTask>(
  `SELECT ${LISTED_COLUMNS}, c.agent_identity_index AS "agentIdentityIndex", a.identity_index AS "applicantIndex",
          a.representative_identity_index AS "representativeIndex"
   FROM ${LISTED_FROM} LEFT JOIN applicant a ON a.id = c.applicant_id WHERE t.id = ANY($2::uuid[]) AND t.district_code = $3`,
);

/** Everybody in whose pool a chosen task lies, who holds one, or who is named as the receiver. */
const OFFICERS = sql<LoadedOfficer>(
  `SELECT ${receiverColumns('$4')}, ${LOAD} AS load FROM staff s
   WHERE (s.department_id = ANY($1::uuid[]) AND s.roles && ARRAY['approver', 'chief'])
      OR (s.hall_id = ANY($2::uuid[]) AND 'clerk' = ANY(s.roles)) OR s.id = ANY($3::uuid[])
   ORDER BY s.staff_no`,
);

/** How often each officer concluded a task of each item since a moment. */
const CONCLUDED = sql<{ officerId: string; itemId: string; times: number }>(
  `SELECT t.completed_by AS "officerId", t.item_id AS "itemId", count(*)::int AS times FROM review_task t
   WHERE t.completed_by = ANY($1::uuid[]) AND t.done_at >= $2 AND t.item_id = ANY($3::uuid[]) GROUP BY 1, 2`,
);
const FAMILIAR_DAYS = 90;
const DAY_MS = 86_400_000;

/** Reads what a reassignment is planned from. */
@Injectable()
export class ReassignFacts {
  /** The chosen tasks in the order given, each once. @throws TaskNotFound when one is not of the supervisor's district or the chief's department */
  async tasks(reader: Pick<CommandTx, 'query'>, actor: Actor, taskIds: readonly string[]): Promise<ChosenTask[]> {
    const wanted = [...new Set(taskIds)];
    const found = new Map((await reader.query(CHOSEN, [actor.identityIndex, wanted, districtOf(actor)])).map((task) => [task.id, task]));
    return wanted.map((id) => {
      const task = found.get(id);
      if (!task || !(hasRole(actor, 'supervisor') || task.departmentId === actor.departmentId)) throw new TaskNotFound();
      return task;
    });
  }

  /** Who could take the tasks, who holds them, and the named receiver; by staff number. @throws ReceiverUnfit */
  async officers(
    reader: Pick<CommandTx, 'query'>,
    tasks: readonly ChosenTask[],
    toStaffId: string | undefined,
    today: IsoDate,
  ): Promise<LoadedOfficer[]> {
    const reroutes = tasks.filter(({ kind }) => kind === 'reroute');
    const departmentIds = [...new Set(tasks.map(({ departmentId }) => departmentId))];
    const hallIds = [...new Set(reroutes.map(({ hallId }) => hallId))];
    const named = [...tasks.flatMap(({ holderId }) => holderId ?? []), ...(toStaffId ? [toStaffId] : [])];
    const officers = await reader.query(OFFICERS, [departmentIds, hallIds, named, today]);
    if (toStaffId && !officers.some(({ id }) => id === toStaffId))
      throw new ReceiverUnfit({ code: 'task.target-unknown', reason: '没有这个人。另选一人' });
    return officers;
  }

  /** How many tasks of an item each officer concluded in the last 90 days. */
  async concluded(
    reader: Pick<CommandTx, 'query'>,
    tasks: readonly ChosenTask[],
    officers: readonly LoadedOfficer[],
    now: Date,
  ): Promise<(officerId: string, itemId: string) => number> {
    const itemIds = [...new Set(tasks.map(({ itemId }) => itemId))];
    const since = new Date(now.getTime() - FAMILIAR_DAYS * DAY_MS);
    const rows = await reader.query(CONCLUDED, [officers.map(({ id }) => id), since, itemIds]);
    const times = new Map(rows.map((row) => [`${row.officerId} ${row.itemId}`, row.times]));
    return (officerId, itemId) => times.get(`${officerId} ${itemId}`) ?? 0;
  }
}
