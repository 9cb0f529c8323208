import type { StoredHalt } from '../cases/index.js';
import type { ReviewTask } from './review-task.entity.js';
import type { TaskWithHolder } from './task-columns.js';

/** What of its case the rules need. */
export interface CaseOfTask {
  caseStatus: string;
  /** Day from which the case's clocks run. */
  acceptedOn: string | null;
  statutoryProvisional: boolean;
  promisedProvisional: boolean;
  halts: StoredHalt[] | null;
  ownConflict: boolean;
}

/** A task of a list. */
export type ListedTask = TaskWithHolder & CaseOfTask;

/** What a row shows and its rules ask about. */
export type ShownTask = Pick<
  TaskWithHolder,
  | 'id'
  | 'caseId'
  | 'kind'
  | 'stepKey'
  | 'role'
  | 'stepName'
  | 'departmentId'
  | 'hallId'
  | 'districtCode'
  | 'status'
  | 'version'
  | 'holderId'
  | 'pooledAt'
  | 'claimedAt'
  | 'completedBy'
  | 'stepStartedOn'
  | 'stepDue'
  | 'stepProvisional'
  | 'statutoryDue'
  | 'promisedDue'
  | 'paused'
  | 'idleSince'
  | 'caseNo'
  | 'title'
  | 'itemName'
  | 'holderName'
  | 'holderNo'
>;
/** A row of the desk, in the order of the desk. */
export type DeskTask = ShownTask & Pick<ReviewTask, 'nearestDue' | 'receivedAt'> & CaseOfTask;
