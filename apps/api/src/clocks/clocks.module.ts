import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { CasesModule } from '../cases/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { NoticesModule } from '../notices/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { ReviewModule } from '../review/index.js';
import { ClockOffers } from './clock-offers.js';
import { ClockWorkDesk } from './clock-work-desk.js';
import { ClockWorkReads } from './clock-work-reads.js';
import { ClockWorkShown } from './clock-work-shown.js';
import { ClockWorkPresenter } from './clock-work.presenter.js';
import { ClocksController } from './clocks.controller.js';
import { CorrectionPause } from './correction-pause.js';
import { EndWithCase } from './end-with-case.js';
import { AddProcedureDocument } from './commands/add-procedure-document.js';
import { DecideProcedure } from './commands/decide-procedure.js';
import { EndProcedure } from './commands/end-procedure.js';
import { Objections } from './commands/objections.js';
import { DecideExtension } from './commands/decide-extension.js';
import { RequestExtension } from './commands/request-extension.js';
import { RequestProcedure } from './commands/request-procedure.js';
import { ExplainClock } from './explain-clock.js';
import { ExtensionSteps } from './extension-steps.js';
import { GrantExtension } from './grant-extension.js';
import { RenewClocks } from './jobs/renew-clocks.js';
import { LapseExtensions } from './lapse-extensions.js';
import { ProcedureSteps } from './procedure-steps.js';
import { ProceduresController } from './procedures.controller.js';
import { RedateCase } from './redate-case.js';
import { StartProcedure } from './start-procedure.js';
import { TellChiefs } from './tell-chiefs.js';

/** The clocks after acceptance (R1.6, R1.7, R3): special procedures, public notices, extensions, the nightly batch, and what explains a date. */
@Module({
  imports: [CalendarModule, CasesModule, CatalogueModule, NoticesModule, NotificationsModule, OrganisationModule, ReviewModule],
  controllers: [ClocksController, ProceduresController],
  providers: [
    ClockWorkDesk,
    ClockWorkPresenter,
    ClockWorkReads,
    ClockWorkShown,
    ClockOffers,
    RedateCase,
    StartProcedure,
    GrantExtension,
    TellChiefs,
    ProcedureSteps,
    RequestProcedure,
    DecideProcedure,
    AddProcedureDocument,
    EndProcedure,
    Objections,
    ExtensionSteps,
    RequestExtension,
    DecideExtension,
    ExplainClock,
    RenewClocks,
    CorrectionPause,
    EndWithCase,
    LapseExtensions,
  ],
  exports: [ClockWorkDesk, CorrectionPause, GrantExtension, RedateCase, RenewClocks, StartProcedure],
})
export class ClocksModule {}
