import { Injectable } from '@nestjs/common';
import { NotificationWriter } from '../notifications/index.js';
import { Organisation } from '../organisation/index.js';
import { type CommandTx, sql } from '../platform/index.js';
import type { BatchOrder } from './batch-order.js';

const MOVED = sql<{ departmentId: string; tasks: number }>(
  `SELECT t.department_id AS "departmentId", count(*)::int AS tasks FROM batch_item i JOIN review_task t ON t.id = i.task_id
   WHERE i.batch_id = $1 AND i.state = 'done' GROUP BY 1`,
);
const CHIEFS = sql<{ id: string; departmentId: string }>(
  `SELECT id, department_id AS "departmentId" FROM staff WHERE active AND 'chief' = ANY(roles) AND department_id = ANY($1::uuid[])`,
);
const OFFICERS_TOLD = sql<{ id: string }>(
  `SELECT from_holder_id AS id FROM batch_item WHERE batch_id = $1 AND state = 'done' AND from_holder_id IS NOT NULL
   UNION SELECT to_holder_id FROM batch_item WHERE batch_id = $1 AND state = 'done'`,
);
const END = sql(`UPDATE batch SET state = 'finished', finished_at = $2, notified = $3 WHERE id = $1`);

/** The end of a batch: the chiefs hear once what left and came in their department; the officers have heard of each task (R5.5). */
@Injectable()
export class BatchEnding {
  constructor(
    private readonly notifications: NotificationWriter,
    private readonly organisation: Organisation,
  ) {}

  async write(tx: CommandTx, { id, reason, ctx }: BatchOrder): Promise<void> {
    const [moved, officers] = await Promise.all([tx.query(MOVED, [id]), tx.query(OFFICERS_TOLD, [id])]);
    const found = await tx.query(CHIEFS, [moved.map(({ departmentId }) => departmentId)]);
    const chiefs = found.filter((chief) => chief.id !== ctx.actor.staffId);
    const tasksOf = new Map(moved.map(({ departmentId, tasks }) => [departmentId, tasks]));
    const notes = chiefs.map(async (chief) => {
      const { shortName } = await this.organisation.department(chief.departmentId);
      const words = `${ctx.actor.name}改派了${shortName}的 ${tasksOf.get(chief.departmentId) ?? 0} 件：${reason}。时限不变`;
      return { staffId: chief.id, words, caseId: null, taskId: null };
    });
    await this.notifications.write(tx, await Promise.all(notes));
    const told = new Set([...officers, ...chiefs].map((person) => person.id));
    told.delete(ctx.actor.staffId);
    await tx.query(END, [id, tx.now, told.size]);
  }
}
