import { Module, type OnModuleInit } from '@nestjs/common';
import { BatchesModule } from '../batches/index.js';
import { CalendarModule } from '../calendar/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { JobRegistry } from '../platform/index.js';
import { ReviewModule } from '../review/index.js';
import { AnnouncedPauses } from './announced-pauses.js';
import { BatchEnding } from './batch-ending.js';
import { BatchReader } from './batch-reader.js';
import { BatchSteps } from './batch-steps.js';
import { BatchWriter, RUN_BATCH } from './batch-writer.js';
import { BoardController } from './board.controller.js';
import { ReassignTasks } from './commands/reassign-tasks.js';
import { RunBatch } from './jobs/run-batch.processor.js';
import { Conclusions } from './conclusions.js';
import { Officers } from './officers.js';
import { Overview } from './overview.js';
import { ReassignFacts } from './reassign-facts.js';
import { ReassignPlanner } from './reassign-planner.js';
import { ReassignPreview } from './reassign-preview.js';
import { StalledList } from './stalled-list.js';
import { SupervisionController } from './supervision.controller.js';

@Module({
  imports: [BatchesModule, CalendarModule, NotificationsModule, OrganisationModule, ReviewModule],
  controllers: [BoardController, SupervisionController],
  providers: [
    AnnouncedPauses,
    Conclusions,
    Overview,
    StalledList,
    Officers,
    ReassignFacts,
    ReassignPlanner,
    ReassignPreview,
    ReassignTasks,
    BatchReader,
    BatchWriter,
    BatchSteps,
    BatchEnding,
    RunBatch,
  ],
  exports: [BatchWriter, ReassignPlanner, ReassignPreview],
})
export class SupervisionModule implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly runBatch: RunBatch,
  ) {}

  onModuleInit(): void {
    // Every task is a transaction of its own, so the work lies before the job's, which only notes that it was done.
    this.jobs.handlePrepared(
      RUN_BATCH,
      ({ batchId }: { batchId: string }) => this.runBatch.run(batchId),
      () => Promise.resolve(),
    );
    this.jobs.sweep({ name: 'resume-batches', everyMinutes: 10, run: (tx) => this.runBatch.resumeLost(tx) });
  }
}
