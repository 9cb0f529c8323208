import { Module } from '@nestjs/common';
import { ApplicantsModule } from '../applicants/index.js';
import { BundlesModule } from '../bundles/index.js';
import { CalendarModule } from '../calendar/index.js';
import { CasesModule } from '../cases/index.js';
import { CaseViewModule } from '../case-view/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { DeferralModule } from '../deferral/index.js';
import { NoticesModule } from '../notices/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { OutageModule } from '../outage/index.js';
import { ReviewModule } from '../review/index.js';
import { AcceptancePapers } from './acceptance-papers.js';
import { CaseAcceptor } from './case-acceptor.js';
import { CaseNumbers } from './case-numbers.js';
import { AcceptCase } from './commands/accept-case.js';
import { AddMaterialFile } from './commands/add-material-file.js';
import { ChoosePlace } from './commands/choose-place.js';
import { ConfirmPresence } from './commands/confirm-presence.js';
import { DeclineCase } from './commands/decline-case.js';
import { DeferMaterial } from './commands/defer-material.js';
import { DiscardDraft } from './commands/discard-draft.js';
import { FinishUpload } from './commands/finish-upload.js';
import { JudgeMaterial } from './commands/judge-material.js';
import { OpenDraft } from './commands/open-draft.js';
import { OpenOutageDraft } from './commands/open-outage-draft.js';
import { PromiseMaterial } from './commands/promise-material.js';
import { ReceiveCase } from './commands/receive-case.js';
import { RemoveMaterialFile } from './commands/remove-material-file.js';
import { SaveDraft } from './commands/save-draft.js';
import { SupplementCase } from './commands/supplement-case.js';
import { TakeInCase } from './commands/take-in-case.js';
import { WithdrawCase } from './commands/withdraw-case.js';
import { CounterDesk } from './counter-desk.js';
import { DeferralVerdictsController } from './deferral.controller.js';
import { DraftEditor } from './draft-editor.js';
import { DraftForms } from './draft-forms.js';
import { DraftsController } from './drafts.controller.js';
import { AcceptSilentCases } from './jobs/accept-silent-cases.processor.js';
import { MaterialsController } from './materials.controller.js';
import { MyDrafts } from './my-drafts.js';
import { ReceptionController } from './reception.controller.js';
import { SilenceNews } from './silence-news.js';
import { SilentAcceptance } from './silent-acceptance.js';
import { SupplementArrivals } from './supplement-arrivals.js';

/** The counter: from the draft to acceptance, and the ends before it. */
@Module({
  imports: [
    ApplicantsModule,
    BundlesModule,
    CalendarModule,
    CasesModule,
    CaseViewModule,
    CatalogueModule,
    DeferralModule,
    NoticesModule,
    NotificationsModule,
    OrganisationModule,
    OutageModule,
    ReviewModule,
  ],
  controllers: [DraftsController, MaterialsController, DeferralVerdictsController, ReceptionController],
  providers: [
    CounterDesk,
    CaseNumbers,
    AcceptancePapers,
    CaseAcceptor,
    DraftEditor,
    DraftForms,
    MyDrafts,
    OpenDraft,
    OpenOutageDraft,
    SaveDraft,
    DiscardDraft,
    AddMaterialFile,
    FinishUpload,
    RemoveMaterialFile,
    JudgeMaterial,
    DeferMaterial,
    PromiseMaterial,
    ReceiveCase,
    AcceptCase,
    ConfirmPresence,
    ChoosePlace,
    SupplementCase,
    TakeInCase,
    DeclineCase,
    WithdrawCase,
    SupplementArrivals,
    SilenceNews,
    SilentAcceptance,
    AcceptSilentCases,
  ],
  exports: [CounterDesk, DraftForms],
})
export class ReceptionModule {}
