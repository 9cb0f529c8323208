import { Module } from '@nestjs/common';
import { ApplicantsModule } from '../applicants/index.js';
import { BundlesModule } from '../bundles/index.js';
import { CalendarModule } from '../calendar/index.js';
import { CasesModule } from '../cases/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { ConsultationsModule } from '../consultations/index.js';
import { ClocksModule } from '../clocks/index.js';
import { CorrectionsModule } from '../corrections/index.js';
import { CreditModule } from '../credit/index.js';
import { DeferralModule } from '../deferral/index.js';
import { LicencesModule } from '../licences/index.js';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { ReviewModule } from '../review/index.js';
import { ClockWorkPlanter } from './clocks/plant-clock-work.js';
import { ClockWorkSteps } from './clocks/clock-work-steps.js';
import { RegistryPlanter } from './registry/plant-registry.js';
import { GradePlanter } from './cases/plant-grades.js';
import { CasePlanter } from './cases/plant-cases.js';
import { BundleServices, CounterServices, DeskServices, StoryServices } from './cases/story-services.js';
import { DemonstrationPapers } from './papers/item-papers.js';
import { Demonstration, DemonstrationParts } from './demonstration.js';

@Module({
  imports: [
    ApplicantsModule,
    BundlesModule,
    CalendarModule,
    CasesModule,
    CatalogueModule,
    ConsultationsModule,
    ClocksModule,
    CorrectionsModule,
    CreditModule,
    DeferralModule,
    LicencesModule,
    NoticesModule,
    OrganisationModule,
    ReviewModule,
  ],
  providers: [
    Demonstration,
    DemonstrationParts,
    DemonstrationPapers,
    CasePlanter,
    ClockWorkPlanter,
    ClockWorkSteps,
    GradePlanter,
    RegistryPlanter,
    StoryServices,
    CounterServices,
    DeskServices,
    BundleServices,
  ],
  exports: [Demonstration],
})
export class SeedModule {}
