import { shanghaiDateOf } from '@onewindow/domain';
import { ErrorState, Pane, SkeletonRows, Timeline, useNow, type TimelineEvent } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { caseEventsQuery } from './case-search.queries.js';

const TROUBLE = new Set(['return', 'refuse', 'decline', 'terminate', 'withdraw', 'task.refuse', 'task.return']);

/** 经过 of a case, the newest first. */
export function CaseStory({ caseId }: { caseId: string }) {
  const events = useQuery(caseEventsQuery(caseId));
  const today = shanghaiDateOf(useNow());
  const shown: TimelineEvent[] =
    events.data?.items
      .toSorted((a, b) => b.seq - a.seq)
      .map((event) => ({
        key: String(event.seq),
        at: event.at,
        words: event.words,
        by: [event.actor.name, event.place].filter(Boolean).join('，'),
        tone: TROUBLE.has(event.action) ? ('trouble' as const) : ('normal' as const),
      })) ?? [];
  return (
    <Pane title="经过" words={shown.length > 0 ? `${shown.length} 步` : undefined} right="新的在前">
      {events.isPending ? <SkeletonRows rows={6} blocks={0} label="经过" /> : null}
      {events.isError ? <ErrorState onRetry={() => void events.refetch()}>{events.error.message}</ErrorState> : null}
      <Timeline events={shown} today={today} />
    </Pane>
  );
}
