export { Case } from './case.entity.js';
export { CASE_COLUMNS, CASE_SELECT } from './case-columns.js';
export { CaseEvent } from './case-event.entity.js';
export {
  authorOf,
  EVENT_COLUMNS,
  EVENT_SELECT,
  type EventAuthor,
  eventContent,
  type EventInput,
  writeEvents,
  nextEvent,
  sha256Hex,
  SYSTEM_AUTHOR,
} from './case-event-chain.js';
export { writeEventsInBulk } from './case-events-in-bulk.js';
export { CaseFile } from './case-file.entity.js';
export { CaseMaterial } from './case-material.entity.js';
export { CaseNumber } from './case-number.entity.js';
export { CaseChanged, CaseNotFound } from './case-problems.js';
export { districtOf, isOwnByRow, SCOPE_FACTS, scopeOf } from './case-scope.js';
export { type PauseView, presentPause, runningProcedure, type StoredHalt } from './case-halts.js';
export { CaseStore } from './case-store.js';
export { CasesModule } from './cases.module.js';
export { fileData, fileValues, INSERT_FILE, materialFile, MaterialNeedsFile } from './material-files.js';
export { NO_FOLLOW_UP } from './no-follow-up.js';
export { presentCaseClocks, presentClock, type StoredClock } from './clock-presenter.js';
export { NOT_ACCEPTED_YET } from './not-accepted-yet.js';
export { duplicateChanges, NO_STANDING, NOBODY_PRESENT } from './no-standing.js';
export { faultColumns, PointUnknown, requireKnownPoints, type ToldFault } from './material-faults.js';
