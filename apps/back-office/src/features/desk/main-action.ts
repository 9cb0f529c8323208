import type { ActionState, TaskDetail } from '@onewindow/contracts';
import { isTaskHeld, isTaskOpen } from '@onewindow/domain';
import { withoutRefresh } from '../../app/problem-words.js';

/** What the task wants done next, and which of the server's actions that is. */
export interface MainAction {
  verb: 'claim' | 'complete' | 'decide' | 'issue' | 'retrieve' | 'none';
  /** The server's word on it; undefined when it offers no such action to this person. */
  action: ActionState | undefined;
}

/** The server's word on one action; its reason stands beside a button that the live list keeps up to date. */
export function actionOf(list: readonly ActionState[], name: string): ActionState | undefined {
  const found = list.find(({ action }) => action === name);
  return found?.reason === undefined ? found : { ...found, reason: withoutRefresh(found.reason).replace(/。$/u, '') };
}

type Judged = Pick<TaskDetail, 'kind' | 'status' | 'actions' | 'caseActions'>;

const BY_KIND = {
  review: 'complete',
  consultation: 'complete',
  reroute: 'complete',
  decision: 'decide',
  issue: 'issue',
} as const satisfies Record<TaskDetail['kind'], MainAction['verb']>;

/**
 * The one action that the screen puts forward. Which one it is follows from the kind of the task; whether it may be taken is the server's word alone.
 * A finished task whose case still waits for its result offers 出证 (R11).
 */
export function mainAction(task: Judged): MainAction {
  if (isTaskOpen(task.status) && !isTaskHeld(task.status)) return { verb: 'claim', action: actionOf(task.actions, 'claim') };
  if (!isTaskHeld(task.status)) {
    const issue = actionOf(task.caseActions, 'issue');
    if (issue?.allowed) return { verb: 'issue', action: issue };
    const retrieve = actionOf(task.actions, 'retrieve');
    return retrieve ? { verb: 'retrieve', action: retrieve } : { verb: 'none', action: undefined };
  }
  const verb = BY_KIND[task.kind];
  return { verb, action: actionOf(verb === 'complete' ? task.actions : task.caseActions, verb) };
}

/** Why other verbs can't be taken now, one line per reason: `退回、转办：本环节“待签收”，限于“已签收”时`. */
export function groupedReasons(
  actions: readonly { label: string; action: ActionState | undefined }[],
): { labels: string; reason: string }[] {
  const groups = new Map<string, string[]>();
  for (const { label, action } of actions) {
    if (!action || action.allowed || !action.reason) continue;
    // The table's sentence names the verb; the line does so already.
    const reason = action.reason.replace(`${label}限于`, '限于');
    groups.set(reason, [...(groups.get(reason) ?? []), label]);
  }
  return [...groups].map(([reason, labels]) => ({ labels: labels.join('、'), reason }));
}
