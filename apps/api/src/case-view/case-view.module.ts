import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { CasesModule } from '../cases/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { CaseFiles } from './case-files.js';
import { CaseList } from './case-list.js';
import { CaseSearchController } from './case-search.controller.js';
import { CaseView } from './case-view.js';
import { CaseViewController } from './case-view.controller.js';
import { StampedCopies } from './stamped-copies.js';
import { FindCaseByNo } from './commands/find-case-by-no.js';
import { FindCasesByPerson } from './commands/find-cases-by-person.js';
import { RevealNumber } from './commands/reveal-number.js';

@Module({
  imports: [CalendarModule, CasesModule, CatalogueModule, NoticesModule, OrganisationModule],
  // The look-up by number has a fixed address below /cases, so it comes before /cases/:id.
  controllers: [CaseSearchController, CaseViewController],
  providers: [CaseView, CaseList, CaseFiles, StampedCopies, FindCaseByNo, FindCasesByPerson, RevealNumber],
  exports: [CaseView, StampedCopies],
})
export class CaseViewModule {}
