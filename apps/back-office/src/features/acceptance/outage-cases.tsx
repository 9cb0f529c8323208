import type { OutageRangeView } from '@onewindow/contracts';
import { type IsoDate, outageSpanWords } from '@onewindow/domain';
import { CaseStatusTag, formatCaseNo, formatMoment, ListRow, Pane, TwoLines, useKeys } from '@onewindow/ui';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { ListStates } from '../../app/list-states.js';
import { CaseStory } from './case-story.js';
import { itemsOf } from './section.js';

const outageCasesQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['outage-cases', q],
    queryFn: ({ pageParam, signal }) => api.searchCases({ query: { q, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** R10.4: what 已补录 counts, case by case; drafts belong to their counter. */
export function OutageCases({ range, today, onClose }: { range: OutageRangeView; today: IsoDate; onClose: () => void }) {
  const query = useInfiniteQuery(outageCasesQuery(outageSpanWords(range)));
  const [chosen, setChosen] = useState<string | null>(null);
  useKeys({ Escape: { label: '回到登记领用', run: onClose } }, { title: '补录的办件', scope: 'pane' });
  const rows = itemsOf(query);
  return (
    <>
      <Pane
        title={`${outageSpanWords(range)} 补录的办件`}
        words={rows.length > 0 ? rows.length : undefined}
        right={
          <button type="button" className="ow-link" onClick={onClose}>
            登记领用
          </button>
        }
      >
        <ListStates
          list={query}
          label="补录的办件"
          rowHeight={50}
          rows={4}
          blocks={1}
          empty={rows.length > 0 ? null : '还在窗口填写，收件后在这里。'}
        />
        <div role="list">
          {rows.map((row) => (
            <ListRow key={row.id} label={row.title} height={50} focused={row.id === chosen} onOpen={() => setChosen(row.id)}>
              <TwoLines
                first={row.title}
                second={[
                  row.outageNo,
                  row.caseNo && formatCaseNo(row.caseNo),
                  row.receivedAt && `${formatMoment(row.receivedAt, today)} 收件`,
                ]
                  .filter(Boolean)
                  .join('·')}
              />
              <span className="bo-acceptance-right">
                <CaseStatusTag status={row.status} />
              </span>
            </ListRow>
          ))}
        </div>
        {query.hasNextPage ? (
          <button type="button" className="ow-link" onClick={() => void query.fetchNextPage()}>
            看更多
          </button>
        ) : null}
      </Pane>
      {chosen === null ? null : <CaseStory caseId={chosen} today={today} />}
    </>
  );
}
