import { DomainError } from '@onewindow/domain';
import type { Transaction } from '../database/database.js';
import { sql } from '../database/sql.js';
import type { CommandContext } from './command-context.js';

const CLAIM = sql<{ claimed: boolean }>(
  `INSERT INTO idempotency_key (actor_id, key, request_hash, created_at) VALUES ($1, $2, $3, $4)
   ON CONFLICT DO NOTHING RETURNING true AS claimed`,
);
const FIND = sql<{ requestHash: string; answer: unknown }>(
  `SELECT request_hash AS "requestHash", answer FROM idempotency_key WHERE actor_id = $1 AND key = $2`,
);

/** The same key came with another request. */
export class IdempotencyKeyReused extends DomainError {
  constructor() {
    super({ code: 'idempotency.key-reused', title: '这个操作编号已用于另一项内容。请刷新页面后重新提交。', kind: 'rule' });
  }
}

/** What an earlier, committed request with this key answered. */
export interface KeptAnswer {
  readonly answer: unknown;
}

/**
 * Takes the key for this transaction. A concurrent twin waits here on the unique index until the first one ends.
 * @returns the kept answer when the command was already done, null when it is ours to do
 */
export async function claimKey(tx: Transaction, ctx: CommandContext, now: Date): Promise<KeptAnswer | null> {
  if (!ctx.idempotency) return null;
  const { key, requestHash } = ctx.idempotency;
  const claimed = await tx.query(CLAIM, [ctx.actor.staffId, key, requestHash, now]);
  if (claimed.length > 0) return null;
  const [kept] = await tx.query(FIND, [ctx.actor.staffId, key]);
  // Gone between the two statements only when the purge ran: seven days later, nobody retries.
  if (!kept || kept.requestHash !== requestHash) throw new IdempotencyKeyReused();
  return { answer: kept.answer };
}
