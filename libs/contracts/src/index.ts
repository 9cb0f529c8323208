import { anyHallEndpoints } from './any-hall.js';
import { applicantEndpoints } from './applicant-profile.js';
import { calendarEndpoints } from './calendar.js';
import { caseEndpoints } from './cases.js';
import { catalogueEndpoints } from './catalogue.js';
import { clockExplanationEndpoints } from './clock-explanation.js';
import { clockWorkEndpoints } from './clock-work.js';
import { consultationEndpoints } from './consultations.js';
import { correctionEndpoints } from './corrections.js';
import { commitmentEndpoints } from './commitments.js';
import { deferralEndpoints } from './deferral.js';
import { deskToolEndpoints } from './desk-tools.js';
import { delegationEndpoints } from './delegation.js';
import { departmentBoardEndpoints } from './department-board.js';
import { fileEndpoints } from './files.js';
import { guideEndpoints } from './guides.js';
import { itemPaperEndpoints } from './item-papers.js';
import { noticePrintEndpoints } from './notice-prints.js';
import { licenceEndpoints } from './licences.js';
import { followUpEndpoints } from './follow-up.js';
import { outageEndpoints } from './outage.js';
import { materialLibraryEndpoints } from './material-library.js';
import { formEndpoints } from './forms.js';
import { peopleEndpoints } from './people.js';
import { progressEndpoints } from './progress.js';
import { resultEndpoints } from './results.js';
import { reviewEndpoints } from './review.js';
import { sessionEndpoints } from './session.js';
import { supervisionEndpoints } from './supervision.js';
import { uploadEndpoints } from './uploads.js';
import { ticketEndpoints } from './tickets.js';

export * from './any-hall.js';
export * from './applicant-profile.js';
export * from './address.js';
export * from './applicants.js';
export * from './calendar.js';
export * from './application-form.js';
export * from './bundles.js';
export * from './case-views.js';
export * from './cases.js';
export * from './catalogue.js';
export * from './clock-explanation.js';
export * from './clock-work.js';
export * from './clocks.js';
export * from './conditions.js';
export * from './consultations.js';
export * from './commitments.js';
export * from './deferral.js';
export * from './desk-tools.js';
export * from './corrections.js';
export * from './delegation.js';
export * from './department-board.js';
export * from './endpoint.js';
export * from './files.js';
export * from './guides.js';
export * from './item-papers.js';
export * from './notice-prints.js';
export * from './forms.js';
export * from './item-definition.js';
export * from './licences.js';
export * from './live.js';
export * from './material-library.js';
export * from './notices.js';
export * from './follow-up.js';
export * from './outage.js';
export * from './people.js';
export * from './primitives.js';
export * from './progress.js';
export * from './paper-place.js';
export * from './results.js';
export * from './review.js';
export * from './sample-application.js';
export * from './session.js';
export * from './supervision.js';
export * from './uploads.js';
export * from './tickets.js';

/** The endpoint table: every operation of the API by its name, once for server, clients and OpenAPI. */
export const endpoints = {
  ...sessionEndpoints,
  ...catalogueEndpoints,
  ...applicantEndpoints,
  ...licenceEndpoints,
  ...caseEndpoints,
  ...clockExplanationEndpoints,
  ...clockWorkEndpoints,
  ...consultationEndpoints,
  ...correctionEndpoints,
  ...commitmentEndpoints,
  ...deferralEndpoints,
  ...deskToolEndpoints,
  ...delegationEndpoints,
  ...departmentBoardEndpoints,
  ...fileEndpoints,
  ...formEndpoints,
  ...guideEndpoints,
  ...itemPaperEndpoints,
  ...noticePrintEndpoints,
  ...materialLibraryEndpoints,
  ...uploadEndpoints,
  ...reviewEndpoints,
  ...resultEndpoints,
  ...supervisionEndpoints,
  ...peopleEndpoints,
  ...progressEndpoints,
  ...ticketEndpoints,
  ...followUpEndpoints,
  ...outageEndpoints,
  ...calendarEndpoints,
  ...anyHallEndpoints,
} as const;
export type Endpoints = typeof endpoints;
export type EndpointName = keyof Endpoints;
