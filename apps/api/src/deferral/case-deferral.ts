import type { DeferralView, Endpoints, InputOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { type Applicant, FIND_APPLICANT } from '../applicants/index.js';
import { CaseNotFound, CaseStore } from '../cases/index.js';
import { MATERIALS_OF_CASE } from '../case-view/index.js';
import { ItemVersions } from '../catalogue/index.js';
import { type Actor, Clock, Database } from '../platform/index.js';
import { DeferralRules, presentDeferral } from './deferral-rules.js';

/** 信用等级 and 容缺额度 of a case, for the counter that has it. */
@Injectable()
export class CaseDeferral {
  constructor(
    private readonly cases: CaseStore,
    private readonly versions: ItemVersions,
    private readonly rules: DeferralRules,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, { params }: InputOf<Endpoints['getCaseDeferral']>): Promise<DeferralView> {
    const row = await this.cases.get(actor, params.id);
    // Another hall may see a case that is ready for pickup; an applicant's credit is the receiving counter's business.
    if (row.hallId !== actor.hallId) throw new CaseNotFound();
    const [version, materials, [applicant]] = await Promise.all([
      this.versions.get(row.itemVersionId),
      this.database.query(MATERIALS_OF_CASE, [row.id]),
      row.applicantId === null ? ([] as Applicant[]) : this.database.query(FIND_APPLICANT, [row.applicantId]),
    ]);
    const on = { row, version, materials, applicant: applicant ?? null };
    return presentDeferral(await this.rules.factsOf(this.database, on, this.clock.now()));
  }
}
