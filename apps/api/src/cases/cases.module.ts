import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/index.js';
import { CaseStore } from './case-store.js';

/** The heart of a case: its row, its lock, its chain of events, and who may see it. Commands live in reception, review and results. */
@Module({ imports: [OrganisationModule], providers: [CaseStore], exports: [CaseStore] })
export class CasesModule {}
