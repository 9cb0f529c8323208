import { selected, sql, type Statement } from '../platform/index.js';

/** A task of a batch that has not been worked. */
export interface WaitingItem {
  position: number;
  taskId: string;
}

/** What every kind of batch reads and writes in its own two tables. */
export interface BatchStatements<I extends WaitingItem> {
  lock: Statement<{ state: string }>;
  next: Statement<I>;
  fail: Statement<unknown>;
  unfinished: Statement<{ id: string }>;
}

/**
 * The statements of one kind of batch.
 * @param columns what its work needs of an item besides position and task
 */
export function batchStatements<I extends WaitingItem>(batch: string, items: string, columns: readonly string[] = []): BatchStatements<I> {
  return {
    // Workers of one batch take turns: a redelivered job beside a slow one neither does a task twice nor ends the batch too early.
    lock: sql(`SELECT state FROM ${batch} WHERE id = $1 FOR UPDATE`),
    next: sql(
      `SELECT ${selected('i', ['position', 'taskId', ...columns])} FROM ${items} i
        WHERE i.batch_id = $1 AND i.position > $2 AND i.state = 'waiting' ORDER BY i.position LIMIT 1`,
    ),
    fail: sql(`UPDATE ${items} SET state = 'failed', code = $3, message = $4 WHERE batch_id = $1 AND position = $2 AND state = 'waiting'`),
    unfinished: sql(`SELECT id FROM ${batch} WHERE state = 'running' AND created_at < $1 ORDER BY id`),
  };
}
