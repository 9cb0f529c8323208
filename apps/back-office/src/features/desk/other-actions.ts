import type { ActionState, TaskDetail } from '@onewindow/contracts';
import { isTaskOpen } from '@onewindow/domain';
import { actionOf } from './main-action.js';
import type { PanelVerb } from './action-panel.js';
import { WORK_PANELS, type WorkPanelEntry } from './work-panels.js';

/** A verb beside the main action, with the server's word on it. */
export interface OtherAction {
  verb: PanelVerb | 'release';
  label: string;
  keys?: string;
  danger?: boolean;
  action: ActionState;
  /** Sent at once, without a panel: it takes nothing away that can't be taken up again. */
  direct?: 'release';
}

/** An action around the work, with the panel that asks for what it needs. */
export interface OtherWork extends Omit<OtherAction, 'verb' | 'direct' | 'danger'> {
  panel: WorkPanelEntry;
}

const VERBS = [
  { verb: 'sendUp', of: 'work', action: 'sendUp', label: '报拟办', keys: 'I' },
  { verb: 'return', of: 'task', action: 'return', label: '退回', keys: 'B' },
  { verb: 'transfer', of: 'task', action: 'transfer', label: '转办', keys: 'T' },
  { verb: 'refuse', of: 'task', action: 'refuse', label: '拒签', keys: 'F' },
  { verb: 'release', of: 'task', action: 'release', label: '放回', keys: 'O', direct: 'release' },
  { verb: 'reassign', of: 'task', action: 'reassign', label: '改派', keys: 'G' },
  { verb: 'deny', of: 'case', action: 'decide', label: '不予', keys: 'D', danger: true },
  { verb: 'terminate', of: 'case', action: 'terminate', label: '终止', keys: 'Z', danger: true },
] as const;

/**
 * The verbs that the server offers to this person on this record, always in the same places. 不予 belongs to the decision step alone:
 * elsewhere `decide` is not what the task asks for.
 */
export function otherActions(task: Pick<TaskDetail, 'kind' | 'status' | 'actions' | 'caseActions' | 'workActions'>): OtherAction[] {
  // Afterwards only the main action is left.
  if (!isTaskOpen(task.status)) return [];
  return VERBS.flatMap((one): OtherAction[] => {
    if (one.verb === 'deny' && task.kind !== 'decision') return [];
    const found = actionOf({ task: task.actions, case: task.caseActions, work: task.workActions }[one.of], one.action);
    if (!found) return [];
    const { verb, label } = one;
    return [
      {
        verb,
        label,
        action: found,
        ...('keys' in one ? { keys: one.keys } : {}),
        ...('danger' in one ? { danger: true } : {}),
        ...('direct' in one ? { direct: one.direct } : {}),
      },
    ];
  });
}

/** The actions around the work that the server offers here, always in the same places. */
export function otherWork({ status, workActions }: Pick<TaskDetail, 'status' | 'workActions'>): OtherWork[] {
  if (!isTaskOpen(status)) return [];
  return WORK_PANELS.flatMap((panel) => {
    const action = actionOf(workActions, panel.action);
    return action ? [{ label: panel.label, action, panel, ...(panel.keys ? { keys: panel.keys } : {}) }] : [];
  });
}
