import { Module, type OnModuleInit } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { CasesModule } from '../cases/index.js';
import { CaseViewModule } from '../case-view/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { CreditModule } from '../credit/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { JobRegistry } from '../platform/index.js';
import { ReviewModule } from '../review/index.js';
import { BarredController } from './barred.controller.js';
import { BarredList } from './barred-list.js';
import { CaseDeferral } from './case-deferral.js';
import { AddDeferredFile } from './commands/add-deferred-file.js';
import { CheckCommitment } from './commands/check-commitment.js';
import { LiftDeferralBar } from './commands/lift-deferral-bar.js';
import { RemoveDeferredFile } from './commands/remove-deferred-file.js';
import { TakeInDeferred } from './commands/take-in-deferred.js';
import { CommitmentList } from './commitment-list.js';
import { CommitmentsController } from './commitments.controller.js';
import { DeferralController } from './deferral.controller.js';
import { DeferralRules } from './deferral-rules.js';
import { DeferredList } from './deferred-list.js';
import { UnkeptPromises } from './jobs/record-unkept-promises.js';
import { PromiseShelf } from './promise-shelf.js';
import { PromiseSteps } from './promise-steps.js';
import { UnaskedPapers } from './unasked-papers.js';

/** 容缺 (R4): what may follow later, its arrival, and promises that were not kept. */
@Module({
  imports: [CalendarModule, CasesModule, CaseViewModule, CatalogueModule, CreditModule, OrganisationModule, ReviewModule],
  controllers: [DeferralController, BarredController, CommitmentsController],
  providers: [
    DeferralRules,
    CaseDeferral,
    DeferredList,
    BarredList,
    CommitmentList,
    CheckCommitment,
    PromiseShelf,
    PromiseSteps,
    AddDeferredFile,
    TakeInDeferred,
    RemoveDeferredFile,
    LiftDeferralBar,
    UnkeptPromises,
    UnaskedPapers,
  ],
  exports: [DeferralRules, DeferredList, UnaskedPapers, UnkeptPromises],
})
export class DeferralModule implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly unkept: UnkeptPromises,
  ) {}

  onModuleInit(): void {
    this.jobs.sweep({ name: 'record-unkept-promises', everyMinutes: 5, run: (tx) => this.unkept.run(tx) });
  }
}
