import { topicOf } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { ErrorState, Pane, SkeletonRows, Timeline } from '@onewindow/ui';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../app/api.js';

export const storyQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case-events', caseId],
    queryFn: ({ signal }) => api.getCaseEvents({ params: { id: caseId } }, { signal }),
    meta: { topics: [topicOf.case(caseId)] },
  });

/** The whole story of a case, newest first. */
export function CaseStory({ caseId, today }: { caseId: string; today: IsoDate }) {
  const story = useQuery(storyQuery(caseId));
  const events = story.data?.items.toReversed() ?? [];
  return (
    <Pane title="经过" words={events.length > 0 ? `${events.length} 步` : undefined} right="新的在前">
      {story.isPending ? <SkeletonRows rows={6} blocks={0} label="经过" /> : null}
      {story.isError ? <ErrorState onRetry={() => void story.refetch()}>没有取到经过。</ErrorState> : null}
      <Timeline
        events={events.map((event) => ({
          key: String(event.seq),
          at: event.at,
          words: event.words,
          by: [event.actor.name, event.place].filter(Boolean).join('，'),
          tone: 'normal' as const,
        }))}
        today={today}
      />
    </Pane>
  );
}
