import { Module, type OnModuleInit } from '@nestjs/common';
import { BatchesModule } from '../batches/index.js';
import { CalendarModule } from '../calendar/index.js';
import { CaseViewModule } from '../case-view/index.js';
import { CasesModule } from '../cases/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { JobRegistry } from '../platform/index.js';
import { ReviewModule, WorkActions } from '../review/index.js';
import { BatchCandidates } from './batch-candidates.js';
import { BatchPreview } from './batch-preview.js';
import { BatchReader } from './batch-reader.js';
import { BatchSteps } from './batch-steps.js';
import { ClaimNext } from './commands/claim-next.js';
import { OrderBatch, RUN_DESK_BATCH } from './commands/order-batch.js';
import { RemoveSearch } from './commands/remove-search.js';
import { SaveSearch } from './commands/save-search.js';
import { SendUp } from './commands/send-up.js';
import { SetAutoClaim } from './commands/set-auto-claim.js';
import { SetPhrases } from './commands/set-phrases.js';
import { DeskSettingsReader } from './desk-settings.js';
import { DeskToolsController } from './desk-tools.controller.js';
import { DeskWorkController } from './desk-work.controller.js';
import { RunBatch } from './jobs/run-batch.processor.js';
import { PreviewDecision } from './preview-decision.js';
import { SendUpOffer } from './send-up-offer.js';
import { TaskBackground } from './task-background.js';

@Module({
  imports: [BatchesModule, CalendarModule, CasesModule, CaseViewModule, CatalogueModule, NoticesModule, OrganisationModule, ReviewModule],
  controllers: [DeskToolsController, DeskWorkController],
  providers: [
    DeskSettingsReader,
    SetAutoClaim,
    SaveSearch,
    RemoveSearch,
    SetPhrases,
    ClaimNext,
    SendUp,
    SendUpOffer,
    TaskBackground,
    PreviewDecision,
    BatchCandidates,
    BatchPreview,
    BatchReader,
    OrderBatch,
    BatchSteps,
    RunBatch,
  ],
})
export class DeskToolsModule implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly runBatch: RunBatch,
    private readonly workActions: WorkActions,
    private readonly sendUpOffer: SendUpOffer,
    private readonly background: TaskBackground,
  ) {}

  onModuleInit(): void {
    this.workActions.register('sendUp', (actor, on) => this.sendUpOffer.of(actor, on));
    // Every case is a transaction of its own, so the work lies before the job's, which only notes that it was done.
    this.jobs.handlePrepared(
      RUN_DESK_BATCH,
      ({ batchId }: { batchId: string }) => this.runBatch.run(batchId),
      () => Promise.resolve(),
    );
    this.jobs.sweep({ name: 'forget-seen-marks', everyMinutes: 1_440, run: (tx) => this.background.forgetOld(tx) });
    this.jobs.sweep({ name: 'resume-desk-batches', everyMinutes: 5, run: (tx) => this.runBatch.resumeLost(tx) });
  }
}
