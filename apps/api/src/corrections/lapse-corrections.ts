import { topicOf } from '@onewindow/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Case, EventInput } from '../cases/index.js';
import { type CommandTx, sql } from '../platform/index.js';
import { LapseWithCase } from '../review/index.js';

/** A first night with many of them is worked off in portions. */
const AT_ONCE = 1_000;
const LAPSE = sql<{ taskId: string; stepName: string }>(
  `UPDATE correction SET status = 'lapsed', closed_at = $2, closed_by = $3 WHERE case_id = $1 AND status = 'open'
   RETURNING task_id AS "taskId", step_name AS "stepName"`,
);
/** Read from `correction_awaited`, which holds open requests alone. */
const FIND = sql<{ id: string }>(
  `SELECT c.id FROM correction k JOIN cases c ON c.id = k.case_id WHERE k.status = 'open' AND c.status <> 'accepted' ORDER BY c.id LIMIT ${AT_ONCE}`,
);

/**
 * R3.3: whose case has ended is asked for nothing any more. A withdrawal or termination ends the request with it; a decision, which is made with
 * or without what was asked for, looks at no request: the next sweep ends it.
 */
@Injectable()
export class LapseCorrections implements OnModuleInit {
  constructor(private readonly endings: LapseWithCase) {}

  onModuleInit(): void {
    this.endings.register({
      name: 'find-left-corrections',
      topic: 'lapse-corrections',
      find: FIND,
      lapse: (tx, row, by) => this.lapse(tx, row, by),
    });
  }

  private async lapse(tx: CommandTx, row: Case, by: string | null): Promise<EventInput[]> {
    const lapsed = await tx.query(LAPSE, [row.id, tx.now, by]);
    if (lapsed.length > 0) tx.touch(topicOf.hall(row.hallId), topicOf.case(row.id));
    return lapsed.map(({ taskId, stepName }) => ({ action: 'correction.lapse', taskId, data: { stepName } }));
  }
}
