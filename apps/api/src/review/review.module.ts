import { Module } from '@nestjs/common';
import { AssignmentModule } from '../assignment/index.js';
import { CalendarModule } from '../calendar/index.js';
import { CaseViewModule } from '../case-view/index.js';
import { CasesModule } from '../cases/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { DelegationModule } from '../delegation/index.js';
import { NoticesModule } from '../notices/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { AskerNews } from './asker-news.js';
import { CaseEndings } from './case-endings.js';
import { LapseWithCase } from './lapse-with-case.js';
import { CloseDecision } from './close-decision.js';
import { ClaimTask } from './commands/claim-task.js';
import { CompleteTask } from './commands/complete-task.js';
import { DecideCase } from './commands/decide-case.js';
import { ReassignTask } from './commands/reassign-task.js';
import { RefuseTask } from './commands/refuse-task.js';
import { ReleaseTask } from './commands/release-task.js';
import { RerouteTask } from './commands/reroute-task.js';
import { RetrieveTask } from './commands/retrieve-task.js';
import { ReturnTask } from './commands/return-task.js';
import { SaveOpinion } from './commands/save-opinion.js';
import { TerminateCase } from './commands/terminate-case.js';
import { TransferTask } from './commands/transfer-task.js';
import { DecisionController } from './decision.controller.js';
import { DoneQueries } from './done-queries.js';
import { HandTask } from './hand-task.js';
import { InboxController } from './inbox.controller.js';
import { KeepDeskTally } from './desk-tally.js';
import { PartsOfPage } from './parts-of-page.js';
import { RerouteQueries } from './reroute-queries.js';
import { ReviewController } from './review.controller.js';
import { PlacedSteps } from './placed-steps.js';
import { RouteRunner } from './route-runner.js';
import { RoutingController } from './routing.controller.js';
import { StepAssignments } from './step-assignments.js';
import { TaskDetails } from './task-detail.js';
import { TaskPresenter } from './task.presenter.js';
import { TaskQueries } from './task-queries.js';
import { TaskStore } from './task-store.js';
import { WorkActions } from './work-actions.js';

@Module({
  imports: [
    AssignmentModule,
    CalendarModule,
    CasesModule,
    CaseViewModule,
    CatalogueModule,
    DelegationModule,
    NoticesModule,
    NotificationsModule,
    OrganisationModule,
  ],
  controllers: [InboxController, ReviewController, RoutingController, DecisionController],
  providers: [
    ClaimTask,
    ReleaseTask,
    SaveOpinion,
    CompleteTask,
    RetrieveTask,
    RefuseTask,
    ReturnTask,
    TransferTask,
    ReassignTask,
    RerouteTask,
    DecideCase,
    TerminateCase,
    CloseDecision,
    HandTask,
    RouteRunner,
    PlacedSteps,
    StepAssignments,
    TaskStore,
    KeepDeskTally,
    PartsOfPage,
    TaskPresenter,
    TaskQueries,
    TaskDetails,
    DoneQueries,
    RerouteQueries,
    WorkActions,
    AskerNews,
    CaseEndings,
    LapseWithCase,
  ],
  exports: [
    AskerNews,
    CaseEndings,
    LapseWithCase,
    TaskQueries,
    ClaimTask,
    CompleteTask,
    DecideCase,
    RouteRunner,
    PlacedSteps,
    TaskStore,
    TaskPresenter,
    HandTask,
    CloseDecision,
    WorkActions,
  ],
})
export class ReviewModule {}
