import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { CasesModule } from '../cases/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { ReviewModule } from '../review/index.js';
import { HandOver } from './commands/hand-over.js';
import { IssueResult } from './commands/issue-result.js';
import { MovePaper } from './commands/move-paper.js';
import { RecordPayment } from './commands/record-payment.js';
import { PickupsToday } from './pickups-today.js';
import { ReadyRows } from './ready-rows.js';
import { ReadyResults } from './ready-results.js';
import { ResultsController } from './results.controller.js';

@Module({
  imports: [CalendarModule, CasesModule, CatalogueModule, NoticesModule, OrganisationModule, ReviewModule],
  controllers: [ResultsController],
  providers: [IssueResult, HandOver, MovePaper, RecordPayment, ReadyResults, ReadyRows, PickupsToday],
})
export class ResultsModule {}
