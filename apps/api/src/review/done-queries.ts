import type { endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { type Actor, Database, decodeCursor, pageOf, sql } from '../platform/index.js';
import { LISTED_COLUMNS, LISTED_FROM } from './desk-statements.js';
import type { ListedTask } from './listed-task.js';
import { matchesWords, wordsOf } from './task-words.js';
import { TaskPresenter } from './task.presenter.js';

const LIST = sql<ListedTask>(
  `SELECT ${LISTED_COLUMNS} FROM ${LISTED_FROM} WHERE t.completed_by = $2
   AND ${matchesWords('$3')}
   AND ($4::timestamptz IS NULL OR (t.done_at, t.id) < ($4, $5::uuid))
   ORDER BY t.done_at DESC, t.id DESC LIMIT $6`,
);

/** 我的已办: what this person completed, newest first. */
@Injectable()
export class DoneQueries {
  constructor(
    private readonly database: Database,
    private readonly presenter: TaskPresenter,
  ) {}

  async list(actor: Actor, { query }: InputOf<typeof endpoints.listDone>): Promise<ResponseOf<typeof endpoints.listDone>> {
    const [doneAt, id] = query.cursor ? decodeCursor(query.cursor, ['string', 'string']) : [null, null];
    const found = await this.database.query(LIST, [actor.identityIndex, actor.staffId, wordsOf(query.q), doneAt, id, query.limit + 1]);
    const { rows, nextCursor } = pageOf(found, query.limit, (row) => [row.doneAt?.toISOString() ?? '', row.id]);
    const presented = await this.presenter.rows(actor, rows);
    const items = presented.map((row, i) => ({
      ...row,
      doneAt: (rows[i]?.doneAt ?? new Date(0)).toISOString(),
      outcome: rows[i]?.outcome ?? null,
      opinion: rows[i]?.opinion ?? '',
    }));
    return { items, nextCursor };
  }
}
