import type { TaskDetail } from '@onewindow/contracts';

/** What a panel of the desk is given: it asks for what its command needs, sends it, and says when it went through. */
export interface WorkPanelProps {
  task: TaskDetail;
  onClose: () => void;
  /** The command went through: `words` is the message under the queue, and whether the task has left this desk. */
  onDone: (words: string, options?: { leaves?: boolean }) => void;
}
