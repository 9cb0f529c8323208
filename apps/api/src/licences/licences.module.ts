import { Module } from '@nestjs/common';
import { ApplicantsModule } from '../applicants/index.js';
import { ApplicantLicences } from './applicant-licences.js';
import { RegisterLicenceProcessor } from './jobs/register-licence.processor.js';
import { LicenceRegistry } from './licence-registry.js';
import { LicenceWriter } from './licence-writer.js';
import { LocalLicenceRegistry } from './local-licence-registry.js';

@Module({
  imports: [ApplicantsModule],
  providers: [
    ApplicantLicences,
    LicenceWriter,
    RegisterLicenceProcessor,
    // Another registry takes this place: docs/devices.md names the port.
    { provide: LicenceRegistry, useClass: LocalLicenceRegistry },
  ],
  exports: [ApplicantLicences, LicenceRegistry, LicenceWriter],
})
export class LicencesModule {}
