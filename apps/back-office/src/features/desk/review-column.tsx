import type { TaskDetail } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { forgetWords } from '@onewindow/ui';
import { memo, useState } from 'react';
import { UnsentWords } from '../../app/unsent-words.js';
import { forgetChoices } from './kept-choices.js';
import { ReviewPane, type ReviewPaneProps } from './review-pane.js';
import { identityOf, takenWords } from './taken-words.js';
import type { TaskOutcome } from './task-commands.js';
import { useStable } from './use-stable.js';

/**
 * The right column of the desk, mounted anew for every task. When the work goes elsewhere while somebody writes about it (R5.4), what they wrote
 * stays where it is, with a sentence that says who has the work, until they have seen it.
 */
export const ReviewColumn = memo(function ReviewColumn({ task, onOutcome, ...rest }: Omit<ReviewPaneProps, 'taken' | 'onWriting'>) {
  const [isWriting, setWriting] = useState(false);
  const { shown, now } = useKept(task, isWriting);
  const onDone = useStable((outcome: TaskOutcome) => {
    // What was done here takes nobody by surprise.
    setWriting(false);
    forgetWords(`${outcome.taskId}:${outcome.verb}`);
    if (outcome.leaves) forgetChoices(outcome.taskId);
    onOutcome(outcome);
  });
  return (
    <ReviewPane
      key={identityOf(shown)}
      {...rest}
      task={shown}
      onOutcome={onDone}
      onWriting={setWriting}
      taken={now ? <Taken task={now} staffId={rest.staffId} today={rest.today} onRefresh={() => setWriting(false)} /> : null}
    />
  );
});

/** The task as it was when the writing began, as long as it lasts; `now` once it is another. */
function useKept(task: TaskDetail, isWriting: boolean): { shown: TaskDetail; now: TaskDetail | null } {
  const [kept, setKept] = useState(task);
  const stays = isWriting && identityOf(task) !== identityOf(kept);
  if (!stays && kept !== task) setKept(task);
  return stays ? { shown: kept, now: task } : { shown: task, now: null };
}

function Taken({ task, staffId, today, onRefresh }: { task: TaskDetail; staffId: string; today: IsoDate; onRefresh: () => void }) {
  return <UnsentWords onSeen={onRefresh}>{takenWords(task, staffId, today)}</UnsentWords>;
}
