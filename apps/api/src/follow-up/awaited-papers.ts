import type { AwaitedOfCase } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { bringPapersOffer } from '../case-view/index.js';
import { CaseStore } from '../cases/index.js';
import { ItemVersions } from '../catalogue/index.js';
import { AwaitedCorrections } from '../corrections/index.js';
import { DeferredList } from '../deferral/index.js';
import { Organisation } from '../organisation/index.js';
import type { Actor } from '../platform/index.js';

/** 通办: the applicant names the number at any counter, and the clerk sees what the case still waits for and whether it can be left here. */
@Injectable()
export class AwaitedPapers {
  constructor(
    private readonly cases: CaseStore,
    private readonly versions: ItemVersions,
    private readonly organisation: Organisation,
    private readonly deferred: DeferredList,
    private readonly corrections: AwaitedCorrections,
  ) {}

  /** @throws CaseNotFound */
  async of(actor: Actor, caseId: string): Promise<AwaitedOfCase> {
    const row = await this.cases.get(actor, caseId);
    const [{ definition }, units, deferred, corrections] = await Promise.all([
      this.versions.get(row.itemVersionId),
      this.organisation.snapshot({ halls: [row.hallId] }),
      this.deferred.ofCase(row.id),
      this.corrections.ofCase(actor, row.id),
    ]);
    const actions = [bringPapersOffer(actor, row, definition)];
    return { hall: units.hallRef(row.hallId), actions, deferred, corrections };
  }
}
