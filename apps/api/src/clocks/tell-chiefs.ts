import { topicOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import type { Case } from '../cases/index.js';
import { NotificationWriter } from '../notifications/index.js';
import { type CommandTx, sql } from '../platform/index.js';

const CHIEFS = sql<{ id: string }>(`SELECT id FROM staff WHERE department_id = $1 AND active AND 'chief' = ANY(roles) ORDER BY id`);

/** Tells who decides, and who asked. */
@Injectable()
export class TellChiefs {
  constructor(private readonly notifications: NotificationWriter) {}

  /** Every chief of the department that answers for the case. */
  async tell(tx: CommandTx, row: Case, words: string): Promise<void> {
    tx.touch(topicOf.department(row.departmentId));
    const chiefs = await tx.query(CHIEFS, [row.departmentId]);
    await this.notifications.write(
      tx,
      chiefs.map(({ id }) => ({ staffId: id, words, caseId: row.id, taskId: null })),
    );
  }

  /** The one who asked, about the answer. */
  async tellRequester(tx: CommandTx, asked: { requestedBy: string; caseId: string; taskId: string }, words: string): Promise<void> {
    await this.notifications.write(tx, [{ staffId: asked.requestedBy, words, caseId: asked.caseId, taskId: asked.taskId }]);
  }
}
