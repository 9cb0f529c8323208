import { Module } from '@nestjs/common';
import { ApplicantRegister } from './applicant-register.js';
import { ApplicantsController } from './applicants.controller.js';
import { IdentifyApplicant } from './commands/identify-applicant.js';

@Module({ controllers: [ApplicantsController], providers: [ApplicantRegister, IdentifyApplicant], exports: [ApplicantRegister] })
export class ApplicantsModule {}
