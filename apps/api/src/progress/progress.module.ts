import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { TicketsModule } from '../tickets/index.js';
import { ProgressController } from './progress.controller.js';
import { ProgressReader } from './progress-reader.js';

@Module({
  imports: [CalendarModule, CatalogueModule, OrganisationModule, TicketsModule],
  controllers: [ProgressController],
  providers: [ProgressReader],
})
export class ProgressModule {}
