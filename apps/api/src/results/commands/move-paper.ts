import { type endpoints, type InputOf, type ResponseOf, topicOf } from '@onewindow/contracts';
import { afterMove, isAtWindow, type PaperMove, paperMoveRefusal, type PaperStanding } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseNotFound, CaseStore } from '../../cases/index.js';
import { isHandedOutBy } from '../../case-view/index.js';
import { ItemVersions } from '../../catalogue/index.js';
import { Organisation } from '../../organisation/index.js';
import { type CommandContext, CommandRunner, sql } from '../../platform/index.js';
import { paperOf, presentPaper } from '../paper.presenter.js';
import { NoPaper, PaperNotMovable } from '../result-problems.js';
import { CASE_FACTS } from '../result.statements.js';

const MOVE = sql(
  `INSERT INTO result_paper (result_id, hall_id, to_hall_id, state, since, moved_by) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (result_id) DO UPDATE SET hall_id = excluded.hall_id, to_hall_id = excluded.to_hall_id, state = excluded.state,
     since = excluded.since, moved_by = excluded.moved_by`,
);
const LIES = sql(`UPDATE result SET place = $2 WHERE id = $1`);

type Input = InputOf<typeof endpoints.movePaper>;

/** R6.2: a hall asks for the paper of a result, another sends it, it arrives; under the case's lock, so that it is not handed out meanwhile. */
@Injectable()
export class MovePaper {
  constructor(
    private readonly runner: CommandRunner,
    private readonly cases: CaseStore,
    private readonly organisation: Organisation,
    private readonly versions: ItemVersions,
  ) {}

  run(ctx: CommandContext, { params, body }: Input): Promise<ResponseOf<typeof endpoints.movePaper>> {
    return this.runner.run(ctx, async (tx) => {
      const row = await this.cases.lock(tx, ctx.actor, params.id);
      const { hallId } = ctx.actor;
      if (hallId === null) throw new CaseNotFound();
      const { definition } = await this.versions.get(row.itemVersionId, tx);
      if (isAtWindow(row.status) && !isHandedOutBy(ctx.actor, row, definition)) throw new CaseNotFound();
      const [known] = await tx.query(CASE_FACTS, [row.id]);
      const before = known ? paperOf(known, row.hallId) : null;
      if (!known?.resultId || !isAtWindow(row.status) || !before) throw new NoPaper();
      const refusal = paperMoveRefusal(body.move, before, hallId);
      if (refusal !== null) throw new PaperNotMovable(refusal);
      const after = afterMove(body.move, before, hallId);
      // A hall that had asked before, and whose place another takes, hears of it too.
      const halls = [before.hallId, before.toHallId, after.hallId, after.toHallId].filter((id) => id !== null);
      const units = await this.organisation.snapshot({ halls }, tx);
      const nameOf = (id: string | null): string => (id === null ? '' : (units.hall(id)?.name ?? ''));
      await tx.query(MOVE, [known.resultId, after.hallId, after.toHallId, after.state, tx.now, ctx.actor.staffId]);
      const place = placeWords(body.move, after, nameOf);
      if (place !== null) await tx.query(LIES, [known.resultId, place]);
      const data = { from: nameOf(before.hallId), to: nameOf(after.toHallId ?? after.hallId) };
      await this.cases.note(tx, row, ctx, [{ action: `paper.${body.move}`, data }]);
      tx.touch(...[...new Set(halls)].map((id) => topicOf.hall(id)));
      return { caseId: row.id, paper: presentPaper(after, tx.now, hallId, units) };
    });
  }
}

/** Where it lies from now on, as every screen of the case says; a shelf is only known to the hall that put it there. */
function placeWords(move: PaperMove, { hallId, toHallId }: PaperStanding, nameOf: (id: string | null) => string): string | null {
  switch (move) {
    case 'call':
      return null;
    case 'send':
      return `送往${nameOf(toHallId)}途中`;
    case 'arrive':
      return `${nameOf(hallId)}出件台`;
  }
}
