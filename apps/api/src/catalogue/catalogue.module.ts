import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/index.js';
import { CatalogueController } from './catalogue.controller.js';
import { CataloguePublisher } from './catalogue-publisher.js';
import { ItemSearch } from './item-search.js';
import { ItemVersions } from './item-versions.js';

@Module({
  imports: [OrganisationModule],
  controllers: [CatalogueController],
  providers: [ItemVersions, ItemSearch, CataloguePublisher],
  exports: [ItemVersions, CataloguePublisher],
})
export class CatalogueModule {}
