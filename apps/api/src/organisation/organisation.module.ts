import { Module } from '@nestjs/common';
import { Organisation } from './organisation.js';
import { StaffNames } from './staff-names.js';

@Module({ providers: [Organisation, StaffNames], exports: [Organisation, StaffNames] })
export class OrganisationModule {}
