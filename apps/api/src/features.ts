import { AlarmsModule } from './alarms/index.js';
import { ApplicantsModule } from './applicants/index.js';
import { BatchesModule } from './batches/index.js';
import { BundlesModule } from './bundles/index.js';
import { CalendarChangesModule } from './calendar-changes/index.js';
import { CaseViewModule } from './case-view/index.js';
import { CatalogueModule } from './catalogue/index.js';
import { ClocksModule } from './clocks/index.js';
import { DepartmentBoardModule } from './department-board/index.js';
import { DelegationModule } from './delegation/index.js';
import { ConsultationsModule } from './consultations/index.js';
import { CorrectionsModule } from './corrections/index.js';
import { DeferralModule } from './deferral/index.js';
import { DeskToolsModule } from './desk-tools/index.js';
import { IdentificationModule } from './identification/index.js';
import { FollowUpModule } from './follow-up/index.js';
import { FormsModule } from './forms/index.js';
import { ImportsModule } from './imports/index.js';
import { LicencesModule } from './licences/index.js';
import { MaterialsModule } from './materials/index.js';
import { GuidesModule } from './guides/index.js';
import { NoticeDeskModule } from './notice-desk/index.js';
import { NoticesModule } from './notices/index.js';
import { NotificationsModule } from './notifications/index.js';
import { OrganisationModule } from './organisation/index.js';
import { OutageModule } from './outage/index.js';
import { PeopleModule } from './people/people.module.js';
import { ProgressModule } from './progress/index.js';
import { ReceptionModule } from './reception/index.js';
import { ResultsModule } from './results/index.js';
import { ReviewModule } from './review/index.js';
import { SeedModule } from './seed/index.js';
import { SupervisionModule } from './supervision/index.js';
import { TicketsModule } from './tickets/index.js';

/** Every feature module of the application. */
export const FEATURES = [
  PeopleModule,
  OrganisationModule,
  CatalogueModule,
  ApplicantsModule,
  LicencesModule,
  IdentificationModule,
  CaseViewModule,
  NoticesModule,
  NoticeDeskModule,
  GuidesModule,
  NotificationsModule,
  DelegationModule,
  ReviewModule,
  ClocksModule,
  ConsultationsModule,
  AlarmsModule,
  BundlesModule,
  BatchesModule,
  DeskToolsModule,
  DeferralModule,
  ReceptionModule,
  FormsModule,
  OutageModule,
  FollowUpModule,
  CorrectionsModule,
  MaterialsModule,
  ResultsModule,
  SupervisionModule,
  DepartmentBoardModule,
  CalendarChangesModule,
  ProgressModule,
  TicketsModule,
  SeedModule,
  ImportsModule,
] as const;
