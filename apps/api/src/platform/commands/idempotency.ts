import { DomainError } from '@onewindow/domain';
import type { Database, Transaction } from '../database/database.js';
import { sql } from '../database/sql.js';
import type { CommandContext } from './command-context.js';

const KEEP = sql(`INSERT INTO idempotency_key (actor_id, key, request_hash, created_at, answer) VALUES ($1, $2, $3, $4, $5)`);
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
 * Keeps the answer with the command's own writes. A concurrent twin, or a repetition of what was done, is refused here by the unique key
 * at the latest, and then answered with `keptAnswer`: the ordinary request pays one write and no look-up.
 */
export function keepAnswer(tx: Transaction, ctx: CommandContext, now: Date, answer: unknown): void {
  if (!ctx.idempotency) return;
  const { key, requestHash } = ctx.idempotency;
  tx.write({ statement: KEEP, values: [ctx.actor.staffId, key, requestHash, now, JSON.stringify(answer ?? null)], rows: [] });
}

/** Was a request with this key done before, whatever it was? */
export async function isKeyUsed(database: Database, ctx: CommandContext): Promise<boolean> {
  return ctx.idempotency !== null && (await database.query(FIND, [ctx.actor.staffId, ctx.idempotency.key])).length > 0;
}

/**
 * What the same request answered when it was done.
 * @returns null when it was never done
 * @throws IdempotencyKeyReused when the key was used for something else
 */
export async function keptAnswer(database: Database, ctx: CommandContext): Promise<KeptAnswer | null> {
  if (!ctx.idempotency) return null;
  const { key, requestHash } = ctx.idempotency;
  const [kept] = await database.query(FIND, [ctx.actor.staffId, key]);
  if (!kept) return null;
  if (kept.requestHash !== requestHash) throw new IdempotencyKeyReused();
  return { answer: kept.answer };
}
