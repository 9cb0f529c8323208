import { CASE_STATUS_LABELS, type CaseStatus } from '@onewindow/domain';
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

/** The status of a case in the words of the domain. */
export function CaseStatusTag({ status }: { status: CaseStatus }) {
  return <Chip {...CASE_LOOKS[status]}>{CASE_STATUS_LABELS[status]}</Chip>;
}
