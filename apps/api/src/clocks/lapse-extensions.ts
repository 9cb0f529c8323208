import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Case, EventInput } from '../cases/index.js';
import { type CommandTx, sql } from '../platform/index.js';
import { LapseWithCase } from '../review/index.js';

/** A first night with many of them is worked off in portions. */
const AT_ONCE = 1_000;
const LAPSE = sql<{ taskId: string | null; days: number }>(
  `UPDATE case_extension SET status = 'withdrawn', decided_at = $2 WHERE case_id = $1 AND status = 'requested' RETURNING task_id AS "taskId", days`,
);
/** Read from `case_extension_waiting`, which holds unanswered requests alone. */
const FIND = sql<{ id: string }>(
  `SELECT c.id FROM case_extension e JOIN cases c ON c.id = e.case_id
    WHERE e.status = 'requested' AND c.status <> 'accepted' ORDER BY c.id LIMIT ${AT_ONCE}`,
);

/**
 * R1.6: an extension that was asked for and not answered is taken back with the end of its case: at once when that is withdrawn or terminated; a
 * decision looks at no request, and the next sweep takes it back.
 */
@Injectable()
export class LapseExtensions implements OnModuleInit {
  constructor(private readonly endings: LapseWithCase) {}

  onModuleInit(): void {
    this.endings.register({ name: 'find-left-extensions', topic: 'lapse-extensions', find: FIND, lapse: (tx, row) => this.lapse(tx, row) });
  }

  private async lapse(tx: CommandTx, row: Case): Promise<EventInput[]> {
    const lapsed = await tx.query(LAPSE, [row.id, tx.now]);
    return lapsed.map(({ taskId, days }) => ({ action: 'extension.withdraw', taskId, data: { days, withCase: true } }));
  }
}
