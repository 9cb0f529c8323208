import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/index.js';
import { CatalogueController } from './catalogue.controller.js';
import { CataloguePublisher } from './catalogue-publisher.js';
import { ItemPapersController } from './item-papers.controller.js';
import { ItemPapers } from './item-papers.js';
import { ItemSearch } from './item-search.js';
import { ItemVersions } from './item-versions.js';
import { Situations } from './situations.js';

@Module({
  imports: [OrganisationModule],
  controllers: [CatalogueController, ItemPapersController],
  providers: [ItemVersions, ItemSearch, CataloguePublisher, ItemPapers, Situations],
  exports: [ItemPapers, Situations, ItemVersions, CataloguePublisher],
})
export class CatalogueModule {}
