import { useCommand } from '@onewindow/api-client';
import { shanghaiDateOf } from '@onewindow/domain';
import { Empty, ErrorState, formatMoment, ListRow, MessageBar, Pane, SkeletonRows, TwoLines, useNow } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../app/api.js';
import { useAwayReason } from '../../app/connection.js';
import { queryClient } from '../../app/query-client.js';
import { NameWithNumber } from '../../app/name-with-number.js';
import { draftsQuery } from './counter.queries.js';

/** What this counter has begun and not yet received: goes on where it was left, also after a reload or another sign-in. */
export function DraftList() {
  const drafts = useQuery(draftsQuery());
  const navigate = useNavigate();
  const away = useAwayReason();
  const today = shanghaiDateOf(useNow());
  const discard = useCommand((id: string, keyedBy) => api.discardDraft({ params: { id } }, keyedBy(id)), {
    onDone: () => void queryClient.invalidateQueries({ queryKey: ['drafts'] }),
  });
  // What a citizen said for ten minutes is not thrown away by one slip of the hand.
  const [asked, setAsked] = useState<string | null>(null);
  // The order of the times that stand there.
  const items = (drafts.data?.items ?? []).toSorted((a, b) => (b.draftSavedAt ?? '').localeCompare(a.draftSavedAt ?? ''));
  return (
    <Pane title="本窗口草稿" words={items.length > 0 ? items.length : undefined}>
      {discard.error ? <MessageBar kind="error">{discard.error.message}</MessageBar> : null}
      {drafts.isPending ? <SkeletonRows rows={4} rowHeight={44} blocks={0} label="草稿" /> : null}
      {drafts.isError ? <ErrorState onRetry={() => void drafts.refetch()}>{drafts.error.message}</ErrorState> : null}
      {drafts.isSuccess && items.length === 0 ? <Empty>没有办到一半的件。</Empty> : null}
      <div role="list">
        {items.map((draft) => (
          <ListRow key={draft.id} label={draft.itemName} height={44} onOpen={() => void navigate(`/counter/${draft.id}`)}>
            <span className="fo-draft">
              <button type="button" className="fo-row-button" onClick={() => void navigate(`/counter/${draft.id}`)}>
                <TwoLines
                  first={<NameWithNumber name={draft.applicantName || '未填申请人'} identityMasked={draft.applicantIdentityMasked} short />}
                  second={draft.itemName}
                  strong
                />
              </button>
              <span className="fo-draft-right">
                <span className="ow-secondary ow-small">{draft.draftSavedAt ? formatMoment(draft.draftSavedAt, today) : ''}</span>
                <button
                  type="button"
                  className="ow-link ow-small"
                  disabled={discard.isPending || away !== undefined}
                  aria-label={`${asked === draft.id ? '再按丢弃' : '丢弃'}草稿 ${draft.itemName}`}
                  onBlur={() => setAsked(null)}
                  onClick={(event) => {
                    event.stopPropagation();
                    if (asked === draft.id) discard.mutate(draft.id);
                    else setAsked(draft.id);
                  }}
                >
                  {asked === draft.id ? '再按丢弃' : '丢弃'}
                </button>
              </span>
            </span>
          </ListRow>
        ))}
      </div>
    </Pane>
  );
}
