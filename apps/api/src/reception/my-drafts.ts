import type { Endpoints, ResponseOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { CaseView, SUMMARY_FROM, SUMMARY_SELECT, type SummaryRow } from '../case-view/index.js';
import { type Actor, Database, sql } from '../platform/index.js';

type DraftRow = SummaryRow & { draftSavedAt: Date | null };

const AT_MOST = 100;
const BY_COUNTER = sql<DraftRow>(
  `SELECT ${SUMMARY_SELECT}, c.draft_saved_at AS "draftSavedAt" FROM ${SUMMARY_FROM}
   WHERE c.status = 'draft' AND c.counter_id = $1 AND c.hall_id = $2 ORDER BY c.id DESC LIMIT ${AT_MOST}`,
);
const BY_PERSON = sql<DraftRow>(
  `SELECT ${SUMMARY_SELECT}, c.draft_saved_at AS "draftSavedAt" FROM ${SUMMARY_FROM}
   WHERE c.status = 'draft' AND c.counter_id IS NULL AND c.created_by = $1 AND c.hall_id = $2 ORDER BY c.id DESC LIMIT ${AT_MOST}`,
);

/** A draft belongs to its counter: whoever sits there goes on with it. Without a counter it belongs to who opened it. */
@Injectable()
export class MyDrafts {
  constructor(
    private readonly database: Database,
    private readonly view: CaseView,
  ) {}

  async list(actor: Actor): Promise<ResponseOf<Endpoints['myDrafts']>> {
    const rows =
      actor.counterId === null
        ? await this.database.query(BY_PERSON, [actor.staffId, actor.hallId])
        : await this.database.query(BY_COUNTER, [actor.counterId, actor.hallId]);
    const summaries = await this.view.summaries(rows, actor);
    const savedAt = new Map(rows.map((row) => [row.id, row.draftSavedAt?.toISOString() ?? null]));
    return { items: summaries.map((summary) => ({ ...summary, draftSavedAt: savedAt.get(summary.id) ?? null })) };
  }
}
