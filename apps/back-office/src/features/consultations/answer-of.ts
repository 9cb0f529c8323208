import type { TaskDetail } from '@onewindow/contracts';
import { answerAction } from '@onewindow/domain';

/** The action by which a consultation is answered, and the server's word on it: taking it is part of the answer. A chief who does not review has neither. */
export function answerOf(
  task: TaskDetail,
  staffId: string,
): { by: ReturnType<typeof answerAction>; action: TaskDetail['actions'][number] | undefined } {
  const by = answerAction({ status: task.status, holderId: task.holder?.id ?? null }, staffId);
  return { by, action: task.actions.find(({ action }) => action === by) };
}
