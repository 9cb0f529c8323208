import type { endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { topicOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { type Actor, CommandRunner, Database, decodeCursor, pageOf, sql } from '../platform/index.js';

interface Row {
  id: string;
  at: Date;
  words: string;
  caseId: string | null;
  taskId: string | null;
  readAt: Date | null;
}

const LIST = sql<Row>(
  `SELECT id, at, words, case_id AS "caseId", task_id AS "taskId", read_at AS "readAt" FROM notification
   WHERE staff_id = $1 AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
);
const UNREAD = sql<{ unread: number }>(`SELECT count(*)::int AS unread FROM notification WHERE staff_id = $1 AND read_at IS NULL`);
const READ_ALL = sql(`UPDATE notification SET read_at = $2 WHERE staff_id = $1 AND read_at IS NULL`);

/** The own messages, newest first, and marking them read. */
@Injectable()
export class NotificationReads {
  constructor(
    private readonly database: Database,
    private readonly runner: CommandRunner,
  ) {}

  async list(actor: Actor, { query }: InputOf<typeof endpoints.myNotifications>): Promise<ResponseOf<typeof endpoints.myNotifications>> {
    const [after] = query.cursor ? decodeCursor(query.cursor, ['string']) : [null];
    const [found, [count]] = await Promise.all([
      this.database.query(LIST, [actor.staffId, after, query.limit + 1]),
      this.database.query(UNREAD, [actor.staffId]),
    ]);
    const { rows, nextCursor } = pageOf(found, query.limit, (row) => [row.id]);
    const items = rows.map(({ readAt, at, ...row }) => ({ ...row, at: at.toISOString(), read: readAt !== null }));
    return { items, nextCursor, unread: count?.unread ?? 0 };
  }

  async readAll(actor: Actor): Promise<{ ok: true }> {
    return await this.runner.runSystem(async (tx) => {
      await tx.query(READ_ALL, [actor.staffId, tx.now]);
      tx.touch(topicOf.staff(actor.staffId));
      return { ok: true };
    });
  }
}
