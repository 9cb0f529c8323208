import { topicOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { type CommandTx, newId, sql } from '../platform/index.js';

export interface NotificationInput {
  staffId: string;
  words: string;
  caseId: string | null;
  taskId: string | null;
}

const INSERT = sql(`INSERT INTO notification (id, staff_id, at, words, case_id, task_id) VALUES ($1, $2, $3, $4, $5, $6)`);
/** Length of the column; a longer sentence ends in an ellipsis. */
const LONGEST = 300;

/** Tells people of the staff what concerns them, in the transaction that caused it. */
@Injectable()
export class NotificationWriter {
  async write(tx: CommandTx, notes: readonly NotificationInput[]): Promise<void> {
    await Promise.all(
      notes.map((note) => {
        tx.touch(topicOf.staff(note.staffId));
        const words = note.words.length > LONGEST ? `${note.words.slice(0, LONGEST - 1)}…` : note.words;
        return tx.query(INSERT, [newId(), note.staffId, tx.now, words, note.caseId, note.taskId]);
      }),
    );
  }
}
