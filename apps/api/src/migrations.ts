import { CreatePlatform1763700000000 } from './platform/database/migrations/create-platform.js';
import { CreateFeatures1763700000100 } from './platform/database/migrations/create-features.js';
import { AddSupervisionSearch1763800000100 } from './platform/database/migrations/add-supervision-search.js';
import { AddTickets1763800000200 } from './platform/database/migrations/add-tickets.js';
import { AddLicences1763800000300 } from './platform/database/migrations/add-licences.js';
import { AddFormValues1763800000400 } from './platform/database/migrations/add-form-values.js';
import { AddDeferral1763800000500 } from './platform/database/migrations/add-deferral.js';
import { AddNoticePrints1763800000600 } from './platform/database/migrations/add-notice-prints.js';
import { AddFollowUp1763800000700 } from './platform/database/migrations/add-follow-up.js';
import { AddMaterialLibrary1763800000800 } from './platform/database/migrations/add-material-library.js';
import { AddKeyMarks1763800001000 } from './platform/database/migrations/add-key-marks.js';
import { AddFormOverrides1763800001100 } from './platform/database/migrations/add-form-overrides.js';
import { AddCaseHalts1763900000000 } from './platform/database/migrations/add-case-halts.js';
import { AddClockWork1763900000100 } from './platform/database/migrations/add-clock-work.js';
import { AddCalendarRuns1763900000200 } from './platform/database/migrations/add-calendar-runs.js';
import { AddTimeDrivenWork1763900000300 } from './platform/database/migrations/add-time-driven-work.js';
import { AddCorrections1763900000400 } from './platform/database/migrations/add-corrections.js';
import { AddHolders1763900000500 } from './platform/database/migrations/add-holders.js';
import { AddDeskTools1763900000600 } from './platform/database/migrations/add-desk-tools.js';
import { AddBundles1763900000700 } from './platform/database/migrations/add-bundles.js';
import { AddAnyHall1763900000800 } from './platform/database/migrations/add-any-hall.js';
import { PartDeskPools1764000004000 } from './platform/database/migrations/part-desk-pools.js';
import { VacuumDeskSooner1764000005000 } from './platform/database/migrations/vacuum-desk-sooner.js';
import { CountDeskApart1764000005100 } from './platform/database/migrations/count-desk-apart.js';
import { AddDelivery1764000006000 } from './platform/database/migrations/add-delivery.js';
import { AddCaseLookUps1764000007000 } from './platform/database/migrations/add-case-look-ups.js';
import { AddRerouteIndex1764000007100 } from './platform/database/migrations/add-reroute-index.js';
import { OrderAgentCases1764000007200 } from './platform/database/migrations/order-agent-cases.js';
import { AddConclusionsIndex1764000007210 } from './platform/database/migrations/add-conclusions-index.js';
import { AddTicketSweepIndexes1764000007220 } from './platform/database/migrations/add-ticket-sweep-indexes.js';
import { AddOutboxTopicIndex1764000007230 } from './platform/database/migrations/add-outbox-topic-index.js';
import { WidenDeskBatch1764000007240 } from './platform/database/migrations/widen-desk-batch.js';
import { IndexReadyResults1764000007300 } from './platform/database/migrations/index-ready-results.js';
import { ReleaseUnaskedPapers1764000007310 } from './platform/database/migrations/release-unasked-papers.js';
import { FindProvisionalDates1764000007400 } from './platform/database/migrations/find-provisional-dates.js';
import { TallyDesks1764000007500 } from './platform/database/migrations/tally-desks.js';

/** Every migration, oldest first. */
export const MIGRATIONS = [
  CreatePlatform1763700000000,
  CreateFeatures1763700000100,
  AddSupervisionSearch1763800000100,
  AddTickets1763800000200,
  AddLicences1763800000300,
  AddFormValues1763800000400,
  AddDeferral1763800000500,
  AddNoticePrints1763800000600,
  AddFollowUp1763800000700,
  AddMaterialLibrary1763800000800,
  AddKeyMarks1763800001000,
  AddFormOverrides1763800001100,
  AddCaseHalts1763900000000,
  AddClockWork1763900000100,
  AddCalendarRuns1763900000200,
  AddTimeDrivenWork1763900000300,
  AddCorrections1763900000400,
  AddHolders1763900000500,
  AddDeskTools1763900000600,
  AddBundles1763900000700,
  AddAnyHall1763900000800,
  PartDeskPools1764000004000,
  VacuumDeskSooner1764000005000,
  CountDeskApart1764000005100,
  AddDelivery1764000006000,
  AddCaseLookUps1764000007000,
  AddRerouteIndex1764000007100,
  OrderAgentCases1764000007200,
  AddConclusionsIndex1764000007210,
  AddTicketSweepIndexes1764000007220,
  AddOutboxTopicIndex1764000007230,
  WidenDeskBatch1764000007240,
  IndexReadyResults1764000007300,
  ReleaseUnaskedPapers1764000007310,
  FindProvisionalDates1764000007400,
  TallyDesks1764000007500,
] as const;
