import { Module } from '@nestjs/common';
import { CaseViewModule } from '../case-view/index.js';
import { CasesModule } from '../cases/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { LicencesModule } from '../licences/index.js';
import { ReceptionModule } from '../reception/index.js';
import { DateMaterial } from './commands/date-material.js';
import { LookUpReusable } from './commands/look-up-reusable.js';
import { ReuseMaterials } from './commands/reuse-materials.js';
import { UndoReuse } from './commands/undo-reuse.js';
import { ShelveMaterialsProcessor } from './jobs/shelve-materials.processor.js';
import { LibraryController } from './library.controller.js';
import { LibraryFiles } from './library-files.js';
import { LibraryShelf } from './library-shelf.js';
import { LicenceOffers } from './licence-offers.js';

/** 材料共享库: what an applicant handed in once can be used again, by its level of trust (R7). */
@Module({
  imports: [CasesModule, CaseViewModule, CatalogueModule, LicencesModule, ReceptionModule],
  controllers: [LibraryController],
  providers: [LibraryShelf, LibraryFiles, LicenceOffers, LookUpReusable, ReuseMaterials, UndoReuse, DateMaterial, ShelveMaterialsProcessor],
  exports: [LibraryShelf],
})
export class MaterialsModule {}
