import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/index.js';
import { NoticesModule } from '../notices/index.js';
import { GuidePapers } from './guide-papers.js';
import { Guides } from './guides.js';
import { GuidesController } from './guides.controller.js';

/** 一次告知单: everything at once, before anything is received. */
@Module({ imports: [CatalogueModule, NoticesModule], controllers: [GuidesController], providers: [Guides, GuidePapers] })
export class GuidesModule {}
