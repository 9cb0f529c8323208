import { type IsoDate, pastMomentWords } from '@onewindow/domain';
import { useQuery } from '@tanstack/react-query';
import { UnsentWords } from '../../app/unsent-words.js';
import { storyQuery } from './case-story.js';

/** R5.4: who was first with something that has left its list while it was being written about: the last step of its case. */
export function FirstWords({ caseId, today, onSeen }: { caseId: string; today: IsoDate; onSeen: () => void }) {
  const story = useQuery(storyQuery(caseId));
  const last = story.isFetching ? undefined : story.data?.items.at(-1);
  return <UnsentWords onSeen={onSeen}>{last ? `${last.actor.name} ${pastMomentWords(last.at, today)} 已先办` : '已有人先办'}</UnsentWords>;
}
