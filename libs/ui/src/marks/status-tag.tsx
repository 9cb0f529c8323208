import { CASE_STATUS_LABELS, TASK_STATUS_LABELS, type CaseStatus, type TaskStatus } from '@onewindow/domain';
import { Chip, type ChipProps } from './chip.js';

type Look = Pick<ChipProps, 'tone' | 'shape' | 'ground'>;

const CASE_LOOKS = {
  draft: { tone: 'neutral', shape: 'none', ground: 'outline' },
  received: { tone: 'accent', shape: 'none' },
  supplementing: { tone: 'yellow' },
  accepted: { tone: 'accent', shape: 'none' },
  decided: { tone: 'accent', shape: 'none' },
  ready: { tone: 'green' },
  concluded: { tone: 'neutral', shape: 'none' },
  declined: { tone: 'neutral', shape: 'square' },
  withdrawn: { tone: 'neutral', shape: 'none', ground: 'outline' },
  terminated: { tone: 'neutral', shape: 'square' },
} as const satisfies Record<CaseStatus, Look>;

const TASK_LOOKS = {
  waiting: { tone: 'neutral', shape: 'none', ground: 'outline' },
  pooled: { tone: 'yellow' },
  claimed: { tone: 'accent', shape: 'none' },
  done: { tone: 'green' },
  returned: { tone: 'red' },
  refused: { tone: 'red' },
  deemed: { tone: 'neutral', shape: 'none' },
  cancelled: { tone: 'neutral', shape: 'none', ground: 'outline' },
} as const satisfies Record<TaskStatus, Look>;

/** The status of a case in the words of the domain. */
export function CaseStatusTag({ status }: { status: CaseStatus }) {
  return <Chip {...CASE_LOOKS[status]}>{CASE_STATUS_LABELS[status]}</Chip>;
}

/** The status of a review task in the words of the domain. */
export function TaskStatusTag({ status }: { status: TaskStatus }) {
  return <Chip {...TASK_LOOKS[status]}>{TASK_STATUS_LABELS[status]}</Chip>;
}
