export { ClockExplanationPanel } from './clock-explanation-panel.js';
export { ExtensionDecision } from './extension-decision.js';
export { ProcedureDecision } from './procedure-decision.js';
export { ProcedureEnd } from './procedure-end.js';
export { daysWords, phaseWords, ProcedureFacts } from './procedure-facts.js';
export { extensionSettled, procedureSettled } from './settled-words.js';
export { CLOCK_WORK_KEY, clockWorkListQuery, refreshClockWork, taskClockWorkQuery } from './clock-work.queries.js';
