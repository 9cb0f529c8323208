import { Module } from '@nestjs/common';
import { ApplicantsModule } from '../applicants/index.js';
import { CasesModule } from '../cases/index.js';
import { CatalogueModule } from '../catalogue/index.js';
import { LicencesModule } from '../licences/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { CasePrefill } from './case-prefill.js';
import { FormsController } from './forms.controller.js';
import { PREFILL_SOURCES_OF_FORMS } from './prefill-source.js';
import { LicenceValues } from './sources/licence-values.js';
import { RegistryValues } from './sources/registry-values.js';

/** Type once: first values for application forms, and the regions that addresses are chosen from. */
@Module({
  imports: [ApplicantsModule, CasesModule, CatalogueModule, LicencesModule, OrganisationModule],
  controllers: [FormsController],
  providers: [
    CasePrefill,
    RegistryValues,
    LicenceValues,
    {
      provide: PREFILL_SOURCES_OF_FORMS,
      useFactory: (registry: RegistryValues, licences: LicenceValues) => [registry, licences],
      inject: [RegistryValues, LicenceValues],
    },
  ],
})
export class FormsModule {}
