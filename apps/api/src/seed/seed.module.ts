import { Module } from '@nestjs/common';
import { ApplicantsModule } from '../applicants/index.js';
import { CalendarModule } from '../calendar/index.js';
import { CasesModule } from '../cases/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { LicencesModule } from '../licences/index.js';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { ReviewModule } from '../review/index.js';
import { RegistryPlanter } from './registry/plant-registry.js';
import { CasePlanter } from './cases/plant-cases.js';
import { CounterServices, DeskServices, StoryServices } from './cases/story-services.js';
import { Demonstration, DemonstrationParts } from './demonstration.js';

@Module({
  imports: [
    ApplicantsModule,
    CalendarModule,
    CasesModule,
    CatalogueModule,
    LicencesModule,
    NoticesModule,
    OrganisationModule,
    ReviewModule,
  ],
  providers: [Demonstration, DemonstrationParts, CasePlanter, RegistryPlanter, StoryServices, CounterServices, DeskServices],
  exports: [Demonstration],
})
export class SeedModule {}
