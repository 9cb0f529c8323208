import { Module, type OnModuleInit } from '@nestjs/common';
import { BundlesModule } from '../bundles/index.js';
import { CalendarModule } from '../calendar/index.js';
import { CasesModule } from '../cases/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { ClocksModule } from '../clocks/index.js';
import { DeferralModule } from '../deferral/index.js';
import { NoticesModule } from '../notices/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { ReceptionModule } from '../reception/index.js';
import { ReviewModule, WorkActions } from '../review/index.js';
import { AmendedRequests } from './amended-requests.js';
import { AwaitedCorrections } from './awaited-corrections.js';
import { AddCorrectionFile } from './commands/add-correction-file.js';
import { RequestCorrections } from './commands/request-corrections.js';
import { TakeInCorrections } from './commands/take-in-corrections.js';
import { WithdrawCorrections } from './commands/withdraw-corrections.js';
import { CorrectedForm } from './corrected-form.js';
import { CorrectedPlace } from './corrected-place.js';
import { CorrectionAnswers } from './correction-answers.js';
import { offerCorrections } from './correction-offer.js';
import { CorrectionShelf } from './correction-shelf.js';
import { CorrectionsController } from './corrections.controller.js';
import { LapseCorrections } from './lapse-corrections.js';
import { TaskCorrections } from './task-corrections.js';

/** 审查中补正 (R3.3): asked by the holder of a task, taken in at the receiving hall's counter. It stops the clocks only where the item names a basis. */
@Module({
  imports: [
    BundlesModule,
    CalendarModule,
    CasesModule,
    CatalogueModule,
    ClocksModule,
    DeferralModule,
    NoticesModule,
    NotificationsModule,
    OrganisationModule,
    ReceptionModule,
    ReviewModule,
  ],
  controllers: [CorrectionsController],
  providers: [
    CorrectionShelf,
    CorrectedForm,
    CorrectedPlace,
    CorrectionAnswers,
    AmendedRequests,
    TaskCorrections,
    AwaitedCorrections,
    RequestCorrections,
    WithdrawCorrections,
    AddCorrectionFile,
    TakeInCorrections,
    LapseCorrections,
  ],
  exports: [AwaitedCorrections, RequestCorrections],
})
export class CorrectionsModule implements OnModuleInit {
  constructor(
    private readonly workActions: WorkActions,
    private readonly shelf: CorrectionShelf,
  ) {}

  onModuleInit(): void {
    this.workActions.register('requestCorrections', offerCorrections(this.shelf));
  }
}
