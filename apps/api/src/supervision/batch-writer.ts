import { type Batch as Presented, topicOf } from '@onewindow/contracts';
import { assertNoPersonalData, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { districtOf } from '../cases/index.js';
import { type CommandContext, type CommandTx, newId, sql } from '../platform/index.js';
import type { Batch } from './batch.entity.js';
import { BatchReader } from './batch-reader.js';

/** Two orders at once take their numbers one after the other. */
const NUMBER_LOCK = sql(`SELECT pg_advisory_xact_lock(hashtext('batch number'))`);
const LAST_SERIAL = sql<{ last: number | null }>(`SELECT max(split_part(number, '-', 2)::int) AS last FROM batch WHERE number LIKE $1`);
const INSERT_BATCH = sql(
  `INSERT INTO batch (id, number, kind, state, reason, district_code, created_by, ip, created_at, total)
   VALUES ($1, $2, $9, 'running', $3, $4, $5, $6, $7, $8)`,
);
const INSERT_ITEMS = sql(
  `INSERT INTO batch_item (batch_id, position, task_id, seen_holder_id, planned_holder_id, state, code, message)
   SELECT $1, i.position, i.task_id, i.seen, i.planned, CASE WHEN i.code IS NULL THEN 'waiting' ELSE 'failed' END, i.code, i.message
   FROM unnest($2::int[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[])
     AS i(position, task_id, seen, planned, code, message)`,
);
export const RUN_BATCH = 'run-batch';

/** One task of an order as it was planned. */
export interface PlannedItem {
  taskId: string;
  /** Who held it when the plan was made; null in a pool. */
  seenHolderId: string | null;
  plannedHolderId: string | null;
  /** Why it is not even tried. */
  refused: { code: string; reason: string } | null;
}

/** Writes down who is to get what; the worker then moves task by task, each in a transaction of its own. */
@Injectable()
export class BatchWriter {
  constructor(private readonly reader: BatchReader) {}

  async write(
    tx: CommandTx,
    ctx: CommandContext,
    order: { kind: Batch['kind']; reason: string; items: readonly PlannedItem[] },
  ): Promise<Presented> {
    const { kind, reason, items } = order;
    // The reason goes into the chain of every case: refused here once and not two hundred times.
    assertNoPersonalData(reason, 'reason');
    const id = newId();
    const values = [id, await nextNumber(tx), reason, districtOf(ctx.actor), ctx.actor.staffId, ctx.ip, tx.now, items.length, kind];
    await Promise.all([tx.query(INSERT_BATCH, values), tx.query(INSERT_ITEMS, [id, ...columnsOf(items)])]);
    tx.appendOutbox(RUN_BATCH, { batchId: id });
    tx.touch(topicOf.supervision, topicOf.staff(ctx.actor.staffId));
    return await this.reader.get(tx, ctx.actor, id);
  }
}

/** 20261029-07: the day and a serial of the day. */
async function nextNumber(tx: CommandTx): Promise<string> {
  const day = shanghaiToday(tx.now).replaceAll('-', '');
  const [, [found]] = await Promise.all([tx.query(NUMBER_LOCK), tx.query(LAST_SERIAL, [`${day}-%`])]);
  return `${day}-${String((found?.last ?? 0) + 1).padStart(2, '0')}`;
}

function columnsOf(items: readonly PlannedItem[]): unknown[] {
  return [
    items.map((_, position) => position),
    items.map(({ taskId }) => taskId),
    items.map(({ seenHolderId }) => seenHolderId),
    items.map(({ plannedHolderId }) => plannedHolderId),
    items.map(({ refused }) => refused?.code ?? null),
    items.map(({ refused }) => refused?.reason.slice(0, 300) ?? null),
  ];
}
