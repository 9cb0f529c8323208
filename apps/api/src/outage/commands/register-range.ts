import type { Endpoints, InputOf, OutageRangeView } from '@onewindow/contracts';
import { formatOutageNo, outageRangesOverlap, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { Organisation } from '../../organisation/index.js';
import { type CommandContext, CommandRunner, newId, sql } from '../../platform/index.js';
import { OutageHallUnknown, OutageRangeInFuture, OutageRangeOverlaps } from '../outage-problems.js';
import { hallsOf, OutagePapers, type RangeRow } from '../outage-papers.js';

const LOCK_PREFIX = sql('SELECT pg_advisory_xact_lock(hashtext($1))');
const OF_PREFIX = sql<RangeRow>(
  `SELECT id, hall_id AS "hallId", prefix, first, last, handed_out_on AS "handedOutOn" FROM outage_range WHERE prefix = $1 ORDER BY first`,
);
const INSERT = sql(
  `INSERT INTO outage_range (id, hall_id, prefix, first, last, handed_out_on, registered_by, registered_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

/** R10.5: pre-numbered paper is handed out to a hall; no number is handed out twice. */
@Injectable()
export class RegisterRange {
  constructor(
    private readonly runner: CommandRunner,
    private readonly organisation: Organisation,
    private readonly papers: OutagePapers,
  ) {}

  run(ctx: CommandContext, { body }: InputOf<Endpoints['registerOutageRange']>): Promise<OutageRangeView> {
    return this.runner.run(ctx, async (tx) => {
      const units = await this.organisation.snapshot({ halls: [body.hallId] }, tx);
      if (!hallsOf(ctx.actor, units).includes(body.hallId)) throw new OutageHallUnknown();
      if (body.handedOutOn > shanghaiToday(tx.now)) throw new OutageRangeInFuture();
      await tx.query(LOCK_PREFIX, [`outage-range ${body.prefix}`]);
      const clash = (await tx.query(OF_PREFIX, [body.prefix])).find((range) => outageRangesOverlap(range, body));
      if (clash) {
        const [from, to] = [formatOutageNo(clash.prefix, clash.first), formatOutageNo(clash.prefix, clash.last)];
        throw new OutageRangeOverlaps(units.hall(clash.hallId)?.name ?? '另一个大厅', from, to);
      }
      const id = newId();
      const { hallId, prefix, first, last, handedOutOn } = body;
      await tx.query(INSERT, [id, hallId, prefix, first, last, handedOutOn, ctx.actor.staffId, tx.now]);
      const detail = { prefix, first, last, handedOutOn };
      tx.audit({
        action: 'outage-range.registered',
        actorId: ctx.actor.staffId,
        ip: ctx.ip,
        subjectType: 'hall',
        subjectId: hallId,
        detail,
      });
      const view = await this.papers.byId(id, ctx.actor, tx);
      if (!view) throw new Error(`range ${id} was not stored`);
      return view;
    });
  }
}
