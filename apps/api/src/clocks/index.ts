export { CaseExtension } from './case-extension.entity.js';
export { ClocksModule } from './clocks.module.js';
export { ClockWorkDesk } from './clock-work-desk.js';
export { RenewClocks } from './jobs/renew-clocks.js';
export { ProcedureObjection } from './procedure-objection.entity.js';
export { RedateCase } from './redate-case.js';
export { SpecialProcedure } from './special-procedure.entity.js';
export { StartProcedure } from './start-procedure.js';
