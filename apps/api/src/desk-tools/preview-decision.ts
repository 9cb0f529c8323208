import type { endpoints, InputOf } from '@onewindow/contracts';
import { CASE_TRANSITIONS, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../cases/index.js';
import { NoticePreviews } from '../notices/index.js';
import { type Actor, Clock, Database } from '../platform/index.js';
import { CloseDecision } from '../review/index.js';
import { NoDecisionAhead } from './desk-problems.js';

/** 决定书 before it is issued: the case is carried forward on a copy, nothing is written. */
@Injectable()
export class PreviewDecision {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseStore,
    private readonly closing: CloseDecision,
    private readonly previews: NoticePreviews,
    private readonly clock: Clock,
  ) {}

  /** @throws CaseNotFound, NoDecisionAhead, NoticeUnprintable */
  async run(actor: Actor, { params, body }: InputOf<typeof endpoints.previewDecision>): Promise<Uint8Array> {
    const row = await this.cases.get(actor, params.id);
    if (!(CASE_TRANSITIONS.decide.from as readonly string[]).includes(row.status)) throw new NoDecisionAhead();
    const now = this.clock.now();
    const decided = {
      ...row,
      decision: body.decision,
      decisionReason: body.reason || null,
      decidedAt: now,
      decidedOn: shanghaiToday(now),
      decidedBy: actor.staffId,
    };
    const subject = await this.closing.subjectOf(this.database, row);
    const issuedBy = { staffId: actor.staffId, name: actor.name };
    return await this.previews.render({ kind: 'decision', row: decided, issuedBy, ...subject }, now);
  }
}
