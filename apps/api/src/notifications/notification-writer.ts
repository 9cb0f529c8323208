import { topicOf } from '@onewindow/contracts';
import { shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type CommandTx, newId, sql } from '../platform/index.js';

export interface NotificationInput {
  staffId: string;
  words: string;
  caseId: string | null;
  taskId: string | null;
  /** About work on the desk of whoever is told, though it names no task. */
  isWork?: true;
}

/** Length of the column; a longer sentence ends in an ellipsis. */
const LONGEST = 300;
/**
 * 代理授权: who is away is told for when they are back, and who works their desk today is told as well. `$8` it is about work; `$10` who hears of
 * the same case anyway.
 */
const INSERT = sql<{ staffId: string }>(
  `INSERT INTO notification (id, staff_id, at, words, case_id, task_id)
   SELECT $1::uuid, $2::uuid, $3::timestamptz, $4::text, $5::uuid, $6::uuid
   UNION ALL
   SELECT $7::uuid, d.delegate_id, $3, left('代' || p.name || '：' || $4, ${LONGEST}), $5, $6
     FROM delegation d JOIN staff p ON p.id = d.principal_id JOIN staff s ON s.id = d.delegate_id
    WHERE $8::boolean AND d.principal_id = $2 AND d.ended_at IS NULL AND d.starts_on <= $9::date AND d.ends_on >= $9::date
      AND s.active AND d.delegate_id <> ALL($10::uuid[])
   RETURNING staff_id AS "staffId"`,
);

/** Tells people of the staff what concerns them, in the transaction that caused it; of work, whoever stands in for them too. */
@Injectable()
export class NotificationWriter {
  async write(tx: CommandTx, notes: readonly NotificationInput[]): Promise<void> {
    await Promise.all(
      notes.map(async ({ staffId, words, caseId, taskId, isWork }) => {
        const short = words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;
        const others = notes.filter((one) => one.caseId === caseId).map((one) => one.staffId);
        const about = taskId !== null || isWork === true;
        const values = [newId(), staffId, tx.now, short, caseId, taskId, newId(), about, shanghaiToday(tx.now), others];
        for (const told of await tx.query(INSERT, values)) tx.touch(topicOf.staff(told.staffId));
      }),
    );
  }
}
