import { Module } from '@nestjs/common';
import { ApplicantRegister } from './applicant-register.js';
import { LocalPersonRegistry } from './registry/local-person-registry.js';
import { PersonRegistry } from './registry/person-registry.js';
import { RegistryEntries } from './registry/registry-entries.js';

@Module({
  // Another register takes the port's place: docs/devices.md names it.
  providers: [ApplicantRegister, RegistryEntries, { provide: PersonRegistry, useClass: LocalPersonRegistry }],
  exports: [ApplicantRegister, RegistryEntries, PersonRegistry],
})
export class ApplicantsModule {}
