import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/index.js';
import { CreditModule } from '../credit/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { TicketsModule } from '../tickets/index.js';
import { ImportKinds, ImportRows } from './commands/import-rows.js';
import { ImportsController } from './imports.controller.js';
import { GradesImport } from './kinds/grades-import.js';
import { HallsImport } from './kinds/halls-import.js';
import { ItemsImport } from './kinds/items-import.js';
import { QueuesImport } from './kinds/queues-import.js';
import { StaffImport } from './kinds/staff-import.js';

@Module({
  imports: [CatalogueModule, CreditModule, OrganisationModule, TicketsModule],
  controllers: [ImportsController],
  providers: [ImportRows, ImportKinds, StaffImport, HallsImport, ItemsImport, GradesImport, QueuesImport],
})
export class ImportsModule {}
