export { AGENT_OF_CASE, type AgentColumns, NO_AGENT, sealAgent } from './agent-columns.js';
export { Applicant } from './applicant.entity.js';
export { presentApplicant } from './applicant.presenter.js';
export { APPLICANT_SELECT, FIND_APPLICANT, FIND_APPLICANT_BY_NUMBER } from './applicant-columns.js';
export { type ApplicantWithTwin, FIND_APPLICANT_OF_CASE, openTwinOf } from './open-twin.js';
export { PersonFaulty } from './applicant-problems.js';
export { ApplicantRegister } from './applicant-register.js';
export { ApplicantsModule } from './applicants.module.js';
export {
  checkNumber,
  IDENTITY_PURPOSE,
  type IdentityType,
  PHONE_PURPOSE,
  plainPhone,
  SEALED_COLUMNS,
  sealNumber,
} from './person-numbers.js';
export { PersonRegistry, type RegistryRecord } from './registry/person-registry.js';
export { type NewRegistryEntry, presentRegistry, RegistryEntries } from './registry/registry-entries.js';
