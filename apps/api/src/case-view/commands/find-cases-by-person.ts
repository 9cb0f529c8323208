import { plainNumber } from '@onewindow/domain';
import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { IDENTITY_PURPOSE, PHONE_PURPOSE, plainPhone } from '../../applicants/index.js';
import { CaseStore } from '../../cases/index.js';
import { type CommandContext, CommandRunner, Sealer, sql } from '../../platform/index.js';
import type { SummaryRow } from '../case.presenter.js';
import { SUMMARY_FROM, SUMMARY_SELECT } from '../case-list.js';
import { CaseView } from '../case-view.js';

const AT_MOST = 100;
/** One more tells that there are more. */
const ASKED = AT_MOST + 1;
/** Another hall's drafts are nobody's business. Ids rise with time: the latest come first. */
const MINE = `(o.status <> 'draft' OR o.hall_id = $2) ORDER BY o.id DESC LIMIT ${ASKED}`;
const BY_IDENTITY = sql<SummaryRow>(
  `SELECT ${SUMMARY_SELECT} FROM ${SUMMARY_FROM}
   WHERE c.id IN (
     (SELECT o.id FROM cases o JOIN applicant p ON p.id = o.applicant_id
      WHERE p.identity_type = ANY('{idCard,passport,creditCode,other}') AND p.identity_index = $1 AND ${MINE})
     UNION (SELECT o.id FROM cases o WHERE o.agent_identity_index = $1 AND ${MINE}))
   ORDER BY c.id DESC LIMIT ${ASKED}`,
);
const BY_PHONE = sql<SummaryRow>(
  `SELECT ${SUMMARY_SELECT} FROM ${SUMMARY_FROM}
   WHERE a.phone_index = $1 AND c.hall_id = $2 ORDER BY c.id DESC LIMIT ${ASKED}`,
);

/**
 * R11: the cases of the person at the counter, by identity wherever they were received; a telephone number is nobody's identity and finds the own
 * hall's alone. Each look-up is recorded.
 */
@Injectable()
export class FindCasesByPerson {
  constructor(
    private readonly runner: CommandRunner,
    private readonly sealer: Sealer,
    private readonly cases: CaseStore,
    private readonly view: CaseView,
  ) {}

  run(ctx: CommandContext, { body }: InputOf<Endpoints['findCasesByPerson']>): Promise<ResponseOf<Endpoints['findCasesByPerson']>> {
    return this.runner.run(ctx, async (tx) => {
      const found =
        body.identityNumber !== undefined
          ? await tx.query(BY_IDENTITY, [this.sealer.blindIndex(plainNumber(body.identityNumber), IDENTITY_PURPOSE), ctx.actor.hallId])
          : await tx.query(BY_PHONE, [this.sealer.blindIndex(plainPhone(body.phone ?? ''), PHONE_PURPOSE), ctx.actor.hallId]);
      const rows = found.slice(0, AT_MOST);
      tx.audit({
        action: 'case.looked-up',
        actorId: ctx.actor.staffId,
        ip: ctx.ip,
        subjectType: 'case',
        detail: { by: body.identityNumber === undefined ? 'phone' : 'identity', found: rows.length, caseIds: rows.map((row) => row.id) },
      });
      const elsewhere = rows.filter(({ hallId }) => hallId !== ctx.actor.hallId).map(({ id }) => id);
      this.cases.foundByLookUp(tx, ctx.actor, elsewhere);
      return { items: await this.view.summaries(rows, ctx.actor), more: found.length > AT_MOST };
    });
  }
}
