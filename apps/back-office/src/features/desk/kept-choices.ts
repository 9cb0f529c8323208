import { forgetValue } from '@onewindow/ui';

/** Under which names the choices about a task are kept, as long as the words that were written to them. */
export function keptChoices(taskId: string) {
  return { outcome: `${taskId}:outcome`, proposed: `${taskId}:proposed` };
}

/** The task has left this desk: whoever has it next chooses anew. */
export function forgetChoices(taskId: string): void {
  Object.values(keptChoices(taskId)).forEach(forgetValue);
}
