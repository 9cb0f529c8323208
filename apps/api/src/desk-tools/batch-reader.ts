import type { DeskBatch as Presented, DeskBatchItem as PresentedItem } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { batchOutcome } from '../batches/index.js';
import { type Actor, type CommandTx, sql } from '../platform/index.js';
import type { DeskBatch } from './desk-batch.entity.js';
import { BatchNotFound } from './desk-problems.js';

type Row = Pick<DeskBatch, 'id' | 'state' | 'outcome' | 'stepName' | 'itemName' | 'opinion' | 'total' | 'createdAt' | 'finishedAt'>;

const FIND = sql<Row>(
  `SELECT id, state, outcome, step_name AS "stepName", item_name AS "itemName", opinion, total, created_at AS "createdAt",
          finished_at AS "finishedAt"
   FROM desk_batch WHERE id = $1 AND created_by = $2`,
);
const ITEMS = sql<PresentedItem>(
  `SELECT i.task_id AS "taskId", t.case_no AS "caseNo", t.title, t.item_name AS "itemName", i.state, i.code, i.message
   FROM desk_batch_item i JOIN review_task t ON t.id = i.task_id WHERE i.batch_id = $1 ORDER BY i.state <> 'failed', i.position`,
);

/** A batch with the outcome of each of its tasks, for who ordered it. */
@Injectable()
export class BatchReader {
  /** @throws BatchNotFound */
  async get(reader: Pick<CommandTx, 'query'>, actor: Actor, id: string): Promise<Presented> {
    const [[row], items] = await Promise.all([reader.query(FIND, [id, actor.staffId]), reader.query(ITEMS, [id])]);
    if (!row) throw new BatchNotFound();
    return {
      ...row,
      ...batchOutcome(row, items),
      items,
    };
  }
}
