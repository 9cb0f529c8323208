import {
  isTaskHeld,
  isTaskPassed,
  isTaskPooled,
  listedPartConflict,
  type Officer,
  type PartTask,
  peopleOf,
  stepKeyOf,
  type TaskStatus,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Database, hasRole, sql } from '../platform/index.js';
import type { ShownTask } from './listed-task.js';

const BESIDE = sql<Omit<PartTask, 'staffId'> & { caseId: string; status: TaskStatus; completedBy: string | null; holderId: string | null }>(
  `SELECT t.case_id AS "caseId", t.step_key AS "stepKey", t.round, t.status, t.completed_by AS "completedBy",
          t.holder_id AS "holderId"
     FROM review_task t WHERE t.case_id = ANY($1::uuid[])`,
);

/** Why an officer can't do a row's part of its step, in Chinese; null when nothing speaks against it. */
export type PartTest = (task: ShownTask, officer: Pick<Officer, 'id' | 'roles'>) => string | null;

/**
 * R5.6 in a list: which rows are parts of a step that the officer must leave to somebody else. One question for the page, and only where it
 * shows later parts, or reviews of approvers to a chief; most desks ask nothing.
 */
@Injectable()
export class PartsOfPage {
  constructor(private readonly database: Database) {}

  async testFor(actor: Actor, listed: readonly ShownTask[]): Promise<PartTest> {
    const isChief = hasRole(actor, 'chief');
    const asked = listed.filter(
      ({ status, kind, stepKey, role }) =>
        isTaskPooled(status) && kind === 'review' && (stepKeyOf(stepKey) !== stepKey || (isChief && role !== 'chief')),
    );
    if (asked.length === 0) return () => null;
    const beside = new Map<string, PartTask[]>();
    for (const { caseId, status, ...one } of await this.database.query(BESIDE, [[...new Set(asked.map((task) => task.caseId))]])) {
      const { completedBy, holderId, ...part } = one;
      const people = isTaskHeld(status) || isTaskPassed(status) ? peopleOf({ completedBy, holderId }) : [];
      const parts = (people.length > 0 ? people : [null]).map((staffId) => ({ ...part, staffId }));
      beside.set(caseId, [...(beside.get(caseId) ?? []), ...parts]);
    }
    return (task, { id, roles }) =>
      asked.includes(task) ? listedPartConflict(task, { id, isChief: roles.includes('chief') }, beside.get(task.caseId) ?? []) : null;
  }
}
