import type { CaseEvent, TaskDetail } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { ErrorState, Kbd, Pane, SkeletonRows, Timeline, type TimelineEvent } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { caseEventsQuery } from './desk.queries.js';

const TROUBLE = new Set(['return', 'refuse', 'deny', 'decline', 'terminate', 'withdraw']);

/** Events as the timeline draws them, newest first whatever the order they came in. */
export function storyEvents(events: readonly CaseEvent[], withActor: boolean): TimelineEvent[] {
  return [...events]
    .sort((a, b) => b.seq - a.seq)
    .map((event) => ({
      key: String(event.seq),
      at: event.at,
      words: event.words,
      ...(withActor ? { by: [event.actor.name, event.place].filter(Boolean).join('，') } : {}),
      tone: TROUBLE.has(event.action) ? ('trouble' as const) : ('normal' as const),
    }));
}

export interface StoryProps {
  task: Pick<TaskDetail, 'caseId' | 'events' | 'eventCount'>;
  today: IsoDate;
  /** The whole story instead of the last few events. */
  all: boolean;
  onToggle: () => void;
}

/** 经过: the last events, and all of them with L. */
export function Story({ task, today, all, onToggle }: StoryProps) {
  const whole = useQuery({ ...caseEventsQuery(task.caseId), enabled: all });
  const link = (
    <>
      <button type="button" className="ow-link" aria-pressed={all} onClick={onToggle}>
        {all ? '收起' : `全部 ${task.eventCount}`}
      </button>
      <Kbd keys="L" />
    </>
  );
  return (
    <Pane title="经过" right={link}>
      {all && whole.isPending ? <SkeletonRows rows={6} rowHeight={28} blocks={0} label="经过" /> : null}
      {all && whole.error ? <ErrorState onRetry={() => void whole.refetch()}>没有取到经过。</ErrorState> : null}
      {all ? (
        whole.data ? (
          <Timeline events={storyEvents(whole.data.items, true)} today={today} />
        ) : null
      ) : (
        <Timeline events={storyEvents(task.events, false)} today={today} />
      )}
    </Pane>
  );
}
