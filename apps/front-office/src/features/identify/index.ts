export { ApplicantFacts } from './applicant-facts.js';
export { Fact } from './facts.js';
export { applicantFieldId, applicantTargets } from './applicant-fields.js';
export { ApplicantPane, type Unsettled } from './applicant-pane.js';
export { recallApplicant, recallHalfTyped, rememberApplicant } from './present-person.js';
export { StandingPerson } from './standing-person.js';
export { type Identified, rememberIdentified } from './use-identify.js';
export { applicantOf, awaitStanding, setStanding, type Standing, useStanding, whoStands } from './use-standing.js';
export type { AgentInput } from './agent-entry.js';
