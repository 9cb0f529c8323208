import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { ImportKinds, ImportRows } from './commands/import-rows.js';
import { ImportsController } from './imports.controller.js';
import { HallsImport } from './kinds/halls-import.js';
import { ItemsImport } from './kinds/items-import.js';
import { StaffImport } from './kinds/staff-import.js';

@Module({
  imports: [CatalogueModule, OrganisationModule],
  controllers: [ImportsController],
  providers: [ImportRows, ImportKinds, StaffImport, HallsImport, ItemsImport],
})
export class ImportsModule {}
