import { type DeskBatch, type endpoints, type InputOf, topicOf } from '@onewindow/contracts';
import { assertNoPersonalData, BATCH_OUTCOMES, batchLikeness, batchRefusal } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner, newId, sql } from '../../platform/index.js';
import { BatchCandidates } from '../batch-candidates.js';
import { BatchReader } from '../batch-reader.js';
import { BatchEmpty } from '../desk-problems.js';

const INSERT_BATCH = sql(
  `INSERT INTO desk_batch (id, state, outcome, item_id, item_name, step_key, step_name, opinion, created_by, ip, created_at, total)
   VALUES ($1, 'running', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
);
const INSERT_ITEMS = sql(
  `INSERT INTO desk_batch_item (batch_id, position, task_id, state, code, message)
   SELECT $1, i.position, i.task_id, CASE WHEN i.code IS NULL THEN 'waiting' ELSE 'failed' END, i.code, i.message
   FROM unnest($2::int[], $3::uuid[], $4::text[], $5::text[]) AS i(position, task_id, code, message)`,
);
export const RUN_DESK_BATCH = 'run-desk-batch';

/** 批量办理: writes down what is to be finished with which opinion; the worker then finishes one after the other. */
@Injectable()
export class OrderBatch {
  constructor(
    private readonly runner: CommandRunner,
    private readonly candidates: BatchCandidates,
    private readonly reader: BatchReader,
  ) {}

  run(ctx: CommandContext, { body }: InputOf<typeof endpoints.orderDeskBatch>): Promise<DeskBatch> {
    return this.runner.run(ctx, async (tx) => {
      // The opinion goes into the chain of every case: refused here once and not two hundred times.
      assertNoPersonalData(body.opinion, 'opinion');
      const found = await this.candidates.of(tx, ctx.actor, body.taskIds);
      const like = batchLikeness(found.map(({ rules }) => rules));
      const refusals = found.map(({ rules }) => (like ? batchRefusal(rules, like) : null));
      const sample = found.find((_, at) => refusals[at] === null)?.task;
      const outcome = sample ? BATCH_OUTCOMES[sample.kind] : null;
      if (!sample || outcome === null) throw new BatchEmpty();
      const id = newId();
      const { itemId, itemName, stepKey, stepName } = sample;
      const values = [id, outcome, itemId, itemName, stepKey, stepName, body.opinion, ctx.actor.staffId, ctx.ip, tx.now, found.length];
      const items = [
        found.map((_, position) => position),
        found.map(({ task }) => task.id),
        refusals.map((refusal) => refusal?.code ?? null),
        refusals.map((refusal) => refusal?.reason.slice(0, 300) ?? null),
      ];
      await tx.query(INSERT_BATCH, values);
      await tx.query(INSERT_ITEMS, [id, ...items]);
      tx.appendOutbox(RUN_DESK_BATCH, { batchId: id });
      tx.touch(topicOf.staff(ctx.actor.staffId));
      return await this.reader.get(tx, ctx.actor, id);
    });
  }
}
