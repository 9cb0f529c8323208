import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import type { CaseStatus } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseNotFound, CaseStore } from '../../cases/index.js';
import { type CommandContext, CommandRunner, newId, sql } from '../../platform/index.js';
import { CallNotes } from '../call-notes.js';
import { NothingToCallAbout } from '../follow-up-problems.js';

const INSERT = sql('INSERT INTO call_note (id, case_id, at, staff_id, words) VALUES ($1, $2, $3, $4, $5)');
/** Papers may be waited for until the result is at the window: supplements before acceptance, deferred ones after it (R4). */
const AWAITING: ReadonlySet<CaseStatus> = new Set(['received', 'supplementing', 'accepted', 'decided']);

/** 已电话通知: the applicant was told by telephone that papers are waited for. Kept, and part of the story (R10.1). */
@Injectable()
export class NoteCall {
  constructor(
    private readonly runner: CommandRunner,
    private readonly cases: CaseStore,
    private readonly calls: CallNotes,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<Endpoints['noteCall']>): Promise<ResponseOf<Endpoints['noteCall']>> {
    return this.runner.run(ctx, async (tx) => {
      const row = await this.cases.lock(tx, ctx.actor, params.id);
      if (row.hallId !== ctx.actor.hallId) throw new CaseNotFound();
      if (!AWAITING.has(row.status)) throw new NothingToCallAbout(row.status);
      // The story refuses a number of a person in the words, and nothing is kept then (R10.1).
      await this.cases.note(tx, row, ctx, [{ action: 'noteCall', data: { words: body.words } }]);
      await tx.query(INSERT, [newId(), row.id, tx.now, ctx.actor.staffId, body.words]);
      return { items: await this.calls.ofCase(row.id, tx) };
    });
  }
}
