import { type CreditGrade, isDeferralClosed, paperDate } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CommitmentLedger, type UntrueOfApplicant } from './commitment-ledger.js';
import { CreditBureau, type GradedPerson, type KnownGrade, type Reader } from './credit-bureau.js';
import { PromiseLedger, type UnkeptOfApplicant } from './promise-ledger.js';

/** How many grades of the past are shown. */
const HISTORY = 10;

/** What is known of an applicant's credit (R4.1, R4.4). */
export interface CreditStanding {
  /** Null: nobody graded them. */
  readonly grade: CreditGrade | null;
  /** Latest first; the first one counts. */
  readonly grades: readonly KnownGrade[];
  readonly unkept: readonly UnkeptOfApplicant[];
  /** 告知承诺 that a check found untrue, latest first. */
  readonly untrue: readonly UntrueOfApplicant[];
  readonly deferralClosed: boolean;
  /** Chinese: why deferral is closed; null when it is not. */
  readonly reason: string | null;
}

/** Puts together what decides about deferral: the bureau's grade, and the promises that were not kept. */
@Injectable()
export class CreditStandings {
  constructor(
    private readonly bureau: CreditBureau,
    private readonly promises: PromiseLedger,
    private readonly commitments: CommitmentLedger,
  ) {}

  /** @param person by number, graded or not; `id` is null for somebody who never applied here */
  async of(reader: Reader, person: GradedPerson & { readonly id: string | null }): Promise<CreditStanding> {
    const [grades, unkept, untrue] = await Promise.all([
      this.bureau.gradesOf(reader, person, HISTORY),
      person.id === null ? [] : this.promises.unkeptOf(reader, person.id),
      person.id === null ? [] : this.commitments.untrueOf(reader, person.id),
    ]);
    return standingOf(grades, unkept, untrue);
  }
}

/** The standing from what was read; pure. */
export function standingOf(
  grades: readonly KnownGrade[],
  unkept: readonly UnkeptOfApplicant[],
  untrue: readonly UntrueOfApplicant[] = [],
): CreditStanding {
  const deferralClosed = isDeferralClosed(unkept);
  const last = unkept.find((promise) => promise.liftedAt === null);
  return {
    grade: grades[0]?.grade ?? null,
    grades,
    unkept,
    untrue,
    deferralClosed,
    reason: last ? `${last.itemName}的${last.materialName}承诺 ${paperDate(last.dueOn)}补交，没有兑现` : null,
  };
}
