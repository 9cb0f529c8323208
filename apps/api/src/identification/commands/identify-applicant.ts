import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { shanghaiToday, plainNumber } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { checkNumber, FIND_APPLICANT_BY_NUMBER, IDENTITY_PURPOSE, presentApplicant } from '../../applicants/index.js';
import { type CreditStanding, CreditStandings } from '../../credit/index.js';
import { type CommandContext, CommandRunner, Sealer } from '../../platform/index.js';
import { ApplicantProfiles } from '../applicant-profiles.js';

type Answer = ResponseOf<Endpoints['identifyApplicant']>;

const NOTHING_KNOWN = {
  applicant: null,
  earlierCases: [],
  earlierCounts: { all: 0, received: 0, underWay: [] },
  lastPhoneMasked: null,
  registry: null,
  licences: [],
  earlierAgents: [],
  namesakes: 0,
  unlikeNames: [],
} satisfies Omit<Answer, 'check'>;

/** Who stands there: the applicant with this number, what the registers know, and what they have applied for. Each look-up is recorded (R10, R11). */
@Injectable()
export class IdentifyApplicant {
  constructor(
    private readonly runner: CommandRunner,
    private readonly sealer: Sealer,
    private readonly profiles: ApplicantProfiles,
    private readonly standings: CreditStandings,
  ) {}

  run(ctx: CommandContext, { body }: InputOf<Endpoints['identifyApplicant']>): Promise<Answer> {
    return this.runner.run(ctx, async (tx) => {
      const { identityType } = body;
      const today = shanghaiToday(tx.now);
      const checked = checkNumber(identityType, body.identityNumber, today);
      const check = { ok: checked.ok, reason: checked.ok ? null : checked.reason };
      // R8.2: a code that fails its check may still be genuine, and known.
      if (!checked.ok && !checked.overridable) return { ...NOTHING_KNOWN, check };
      const identityNumber = plainNumber(body.identityNumber);
      const identityIndex = this.sealer.blindIndex(identityNumber, IDENTITY_PURPOSE);
      const [applicant = null] = await tx.query(FIND_APPLICANT_BY_NUMBER, [identityType, identityIndex]);
      const [profile, standing] = await Promise.all([
        this.profiles.of(tx, ctx, { identityType, identityNumber, applicant }, today),
        this.standings.of(tx, { identityType, identityIndex, id: applicant?.id ?? null }),
      ]);
      tx.audit({
        action: 'applicant.looked-up',
        actorId: ctx.actor.staffId,
        ip: ctx.ip,
        subjectType: 'applicant',
        ...(applicant ? { subjectId: applicant.id } : {}),
        detail: { identityType, found: applicant !== null },
      });
      return {
        ...profile,
        check,
        applicant: applicant && presentApplicant(applicant, true),
        lastPhoneMasked: applicant?.phoneMasked ?? null,
        credit: presentCredit(standing),
      };
    });
  }
}

/** R4.1, R4.4 at a glance; null when nobody graded them. */
function presentCredit({ grade, deferralClosed, reason }: CreditStanding): Answer['credit'] {
  return grade === null ? null : { grade, deferralClosed, ...(reason === null ? {} : { reason }) };
}
