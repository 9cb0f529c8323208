import { type Batch, type endpoints, type InputOf, topicOf } from '@onewindow/contracts';
import { personalDataPath, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { districtOf, NumberInWords } from '../../cases/index.js';
import { type CommandContext, CommandRunner, type CommandTx, newId, sql } from '../../platform/index.js';
import { BatchReader } from '../batch-reader.js';
import { type ReassignmentPlan, ReassignPlanner } from '../reassign-planner.js';

/** Two orders at once take their numbers one after the other. */
const NUMBER_LOCK = sql(`SELECT pg_advisory_xact_lock(hashtext('batch number'))`);
const LAST_SERIAL = sql<{ last: number | null }>(`SELECT max(split_part(number, '-', 2)::int) AS last FROM batch WHERE number LIKE $1`);
const INSERT_BATCH = sql(
  `INSERT INTO batch (id, number, kind, state, reason, district_code, created_by, ip, created_at, total)
   VALUES ($1, $2, 'reassign', 'running', $3, $4, $5, $6, $7, $8)`,
);
const INSERT_ITEMS = sql(
  `INSERT INTO batch_item (batch_id, position, task_id, seen_holder_id, planned_holder_id, state, code, message)
   SELECT $1, i.position, i.task_id, i.seen, i.planned, CASE WHEN i.code IS NULL THEN 'waiting' ELSE 'failed' END, i.code, i.message
   FROM unnest($2::int[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[])
     AS i(position, task_id, seen, planned, code, message)`,
);
export const RUN_BATCH = 'run-batch';

/** 改派多件: writes down who is to get what; the worker then moves task by task, each in a transaction of its own. */
@Injectable()
export class ReassignTasks {
  constructor(
    private readonly runner: CommandRunner,
    private readonly planner: ReassignPlanner,
    private readonly reader: BatchReader,
  ) {}

  run(ctx: CommandContext, { body }: InputOf<typeof endpoints.reassignTasks>): Promise<Batch> {
    return this.runner.run(ctx, async (tx) => {
      const { reason, previewedAt, ...target } = body;
      // The reason goes into the chain of every case: refused here once and not two hundred times.
      if (personalDataPath(reason) !== null) throw new NumberInWords('reason');
      const plan = await this.planner.plan(tx, ctx.actor, target, previewedAt ? new Date(previewedAt) : undefined);
      const id = newId();
      const district = districtOf(ctx.actor);
      const values = [id, await nextNumber(tx), reason, district, ctx.actor.staffId, ctx.ip, tx.now, plan.tasks.length];
      await Promise.all([tx.query(INSERT_BATCH, values), tx.query(INSERT_ITEMS, [id, ...itemsOf(plan)])]);
      tx.appendOutbox(RUN_BATCH, { batchId: id });
      tx.touch(topicOf.supervision, topicOf.staff(ctx.actor.staffId));
      return await this.reader.get(tx, ctx.actor, id);
    });
  }
}

/** 20261029-07: the day and a serial of the day. */
async function nextNumber(tx: CommandTx): Promise<string> {
  const day = shanghaiToday(tx.now).replaceAll('-', '');
  const [, [found]] = await Promise.all([tx.query(NUMBER_LOCK), tx.query(LAST_SERIAL, [`${day}-%`])]);
  return `${day}-${String((found?.last ?? 0) + 1).padStart(2, '0')}`;
}

/** The columns of the items, in the order in which the tasks were chosen. */
function itemsOf({ tasks, assigned, refused }: ReassignmentPlan): unknown[] {
  return [
    tasks.map((_, position) => position),
    tasks.map(({ id }) => id),
    tasks.map(({ holderId }) => holderId),
    tasks.map(({ id }) => assigned.get(id) ?? null),
    tasks.map(({ id }) => refused.get(id)?.code ?? null),
    tasks.map(({ id }) => refused.get(id)?.reason.slice(0, 300) ?? null),
  ];
}
