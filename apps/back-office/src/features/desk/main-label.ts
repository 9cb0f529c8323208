import type { DraftedDecision, TaskDetail } from '@onewindow/contracts';
import type { MainAction } from './main-action.js';
import type { Outcome } from './task-commands.js';

/** The answers to a consultation (R5.2). */
export const OUTCOMES: readonly { value: Outcome; label: string }[] = [
  { value: 'agree', label: '无意见' },
  { value: 'agreeWithConditions', label: '同意，附条件' },
  { value: 'object', label: '不同意' },
];

/**
 * An opinion belongs to every review and answer: without one the button says what is missing. The words of a drafted denial never become
 * those of a grant by one key.
 */
export function hindranceOf(main: MainAction, draft: { opinion: string }, drafted?: DraftedDecision): { hindrance?: string } {
  const denies = drafted?.decision === 'deny' && draft.opinion !== '' && draft.opinion === drafted.opinion;
  if (main.verb === 'decide' && main.action?.allowed === true && denies)
    return { hindrance: '承办人拟不予许可：照办按“不予”；要准予，先改意见' };
  const needsOpinion = main.verb === 'complete' && main.action?.allowed === true;
  return needsOpinion && draft.opinion.trim() === '' ? { hindrance: '先写审查意见' } : {};
}

/** What the one button of the task says. */
export function mainLabel(verb: MainAction['verb'], task: Pick<TaskDetail, 'kind'>, outcome: Outcome, hasNext: boolean): string {
  const next = hasNext ? '，开下一件' : '';
  switch (verb) {
    case 'claim':
      return '签收本件';
    case 'complete':
      return task.kind === 'consultation'
        ? `答复${OUTCOMES.find(({ value }) => value === outcome)?.label ?? ''}${next}`
        : `审查通过${next}`;
    case 'decide':
      return `准予${next}`;
    case 'issue':
      return `出证${next}`;
    case 'retrieve':
      return '取回本件';
    case 'none':
      return '';
  }
}
