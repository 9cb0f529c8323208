import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { type CaseStatus, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner, Sealer, sql } from '../../platform/index.js';
import { FIND_APPLICANT_BY_NUMBER } from '../applicant-columns.js';
import { presentApplicant } from '../applicant.presenter.js';
import { checkNumber, IDENTITY_PURPOSE, plainNumber } from '../person-numbers.js';

interface EarlierCase {
  id: string;
  caseNo: string | null;
  itemName: string;
  itemId: string;
  status: CaseStatus;
  receivedAt: Date | null;
}

const EARLIER_CASES = sql<EarlierCase>(
  `SELECT id, case_no AS "caseNo", item_name AS "itemName", item_id AS "itemId", status, received_at AS "receivedAt"
   FROM cases WHERE applicant_id = $1 AND (status <> 'draft' OR hall_id = $2) ORDER BY id DESC LIMIT 50`,
);

/** Who stands there: the applicant with this number, and what they have applied for. Each look-up is recorded (R10, R11). */
@Injectable()
export class IdentifyApplicant {
  constructor(
    private readonly runner: CommandRunner,
    private readonly sealer: Sealer,
  ) {}

  run(ctx: CommandContext, { body }: InputOf<Endpoints['identifyApplicant']>): Promise<ResponseOf<Endpoints['identifyApplicant']>> {
    return this.runner.run(ctx, async (tx) => {
      const checked = checkNumber(body.identityType, body.identityNumber, shanghaiToday(tx.now));
      const check = { ok: checked.ok, reason: checked.ok ? null : checked.reason };
      // R8.2: a code that fails its check may still be genuine, and known.
      if (!checked.ok && !checked.overridable) return { applicant: null, check, earlierCases: [], lastPhoneMasked: null };
      const index = this.sealer.blindIndex(plainNumber(body.identityNumber), IDENTITY_PURPOSE);
      const [applicant] = await tx.query(FIND_APPLICANT_BY_NUMBER, [body.identityType, index]);
      tx.audit({
        action: 'applicant.looked-up',
        actorId: ctx.actor.staffId,
        ip: ctx.ip,
        subjectType: 'applicant',
        ...(applicant ? { subjectId: applicant.id } : {}),
        detail: { identityType: body.identityType, found: applicant !== undefined },
      });
      if (!applicant) return { applicant: null, check, earlierCases: [], lastPhoneMasked: null };
      const earlier = await tx.query(EARLIER_CASES, [applicant.id, ctx.actor.hallId]);
      return {
        applicant: presentApplicant(applicant, true),
        check,
        earlierCases: earlier.map((row) => ({ ...row, receivedAt: row.receivedAt?.toISOString() ?? null })),
        lastPhoneMasked: applicant.phoneMasked,
      };
    });
  }
}
