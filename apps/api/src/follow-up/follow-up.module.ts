import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { CasesModule } from '../cases/index.js';
import { CaseViewModule } from '../case-view/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { CorrectionsModule } from '../corrections/index.js';
import { DeferralModule } from '../deferral/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { AwaitedPapers } from './awaited-papers.js';
import { CallNotes } from './call-notes.js';
import { AnswerOverride } from './commands/answer-override.js';
import { NoteCall } from './commands/note-call.js';
import { RequestOverride } from './commands/request-override.js';
import { DeemedCases } from './deemed-cases.js';
import { FollowUpController } from './follow-up.controller.js';
import { OverrideRequests } from './override-requests.js';
import { OverridesController } from './overrides.controller.js';
import { WaitingCases } from './waiting-cases.js';

/** 跟进: what waits for papers, who was called, and who may be told a second time. */
@Module({
  imports: [
    CalendarModule,
    CasesModule,
    CaseViewModule,
    CatalogueModule,
    CorrectionsModule,
    DeferralModule,
    NotificationsModule,
    OrganisationModule,
  ],
  controllers: [FollowUpController, OverridesController],
  providers: [AwaitedPapers, WaitingCases, CallNotes, DeemedCases, OverrideRequests, NoteCall, RequestOverride, AnswerOverride],
})
export class FollowUpModule {}
