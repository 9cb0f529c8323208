export { type AgentColumns, NO_AGENT, sealAgent } from './agent-columns.js';
export { Applicant } from './applicant.entity.js';
export { presentApplicant } from './applicant.presenter.js';
export { APPLICANT_SELECT, FIND_APPLICANT } from './applicant-columns.js';
export { PersonFaulty } from './applicant-problems.js';
export { ApplicantRegister } from './applicant-register.js';
export { ApplicantsModule } from './applicants.module.js';
export { IDENTITY_PURPOSE, PHONE_PURPOSE, plainNumber, plainPhone, SEALED_COLUMNS } from './person-numbers.js';
