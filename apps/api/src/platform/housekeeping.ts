import { Injectable, type OnModuleInit } from '@nestjs/common';
import { linkAuditEntries } from './audit/audit-chain.js';
import { sql } from './database/sql.js';
import { OutboxRelay } from './outbox/outbox-relay.js';
import { JobRegistry } from './queues/job-registry.js';

const KEEP_DAYS = 7;
/** Deleted at most in one run: after a long standstill a statement must still end in its time. */
const PORTION = 50_000;
const PURGE_KEYS = sql(
  `DELETE FROM idempotency_key WHERE ctid = ANY (ARRAY(SELECT ctid FROM idempotency_key WHERE created_at < $1 LIMIT ${PORTION}))`,
);
const PURGE_MESSAGES = sql(
  `WITH gone AS (DELETE FROM outbox_message WHERE id IN (SELECT id FROM outbox_message WHERE processed_at < $1 LIMIT ${PORTION}) RETURNING id)
   DELETE FROM processed_message WHERE message_id IN (SELECT id FROM gone)`,
);

/** The platform's own sweeps: kept answers and done messages go after 7 days, audit entries are chained every minute, dead jobs are tried anew. */
@Injectable()
export class Housekeeping implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly relay: OutboxRelay,
  ) {}

  onModuleInit(): void {
    this.registry.sweep({
      name: 'purge-kept-answers',
      everyMinutes: 60,
      run: async (tx) => {
        const before = new Date(tx.now.getTime() - KEEP_DAYS * 24 * 3_600_000);
        await Promise.all([tx.query(PURGE_KEYS, [before]), tx.query(PURGE_MESSAGES, [before])]);
      },
    });
    this.registry.sweep({
      name: 'chain-audit-entries',
      everyMinutes: 1,
      run: async (tx) => {
        await linkAuditEntries(tx);
      },
    });
    this.registry.sweep({
      name: 'revive-dead-jobs',
      everyMinutes: 5,
      run: (tx) => this.relay.reviveDead(tx, this.registry.topicsSentAgain),
    });
  }
}
