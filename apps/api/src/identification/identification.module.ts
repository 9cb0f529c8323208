import { Module } from '@nestjs/common';
import { ApplicantsModule } from '../applicants/index.js';
import { CaseViewModule } from '../case-view/index.js';
import { CasesModule } from '../cases/index.js';
import { CreditModule } from '../credit/index.js';
import { LicencesModule } from '../licences/index.js';
import { ApplicantProfiles } from './applicant-profiles.js';
import { IdentifyApplicant } from './commands/identify-applicant.js';
import { ReadApplicantProfile } from './commands/read-applicant-profile.js';
import { IdentificationController } from './identification.controller.js';

@Module({
  imports: [ApplicantsModule, CasesModule, CaseViewModule, CreditModule, LicencesModule],
  controllers: [IdentificationController],
  providers: [ApplicantProfiles, IdentifyApplicant, ReadApplicantProfile],
})
export class IdentificationModule {}
