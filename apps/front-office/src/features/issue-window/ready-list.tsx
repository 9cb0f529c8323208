import { Empty, ErrorState, ListRow, Pane, SkeletonRows, TwoLines } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { NameWithNumber } from '../../app/name-with-number.js';
import { groupByApplicant, waitingWords } from './ready-groups.js';
import { readyQuery } from './ready.queries.js';

export interface ReadyListProps {
  applicantId: string | null;
  onChoose: (applicantId: string) => void;
}

/** Who has something waiting in this hall, longest first. */
export function ReadyList({ applicantId, onChoose }: ReadyListProps) {
  const ready = useQuery(readyQuery());
  const groups = useMemo(() => groupByApplicant(ready.data?.items ?? []), [ready.data?.items]);
  const count = ready.data?.items.length ?? 0;
  return (
    <Pane
      title="待出件"
      words={ready.data ? `本大厅 ${count}${ready.data.nextCursor === null ? '' : ' 件以上'}` : undefined}
      right="等得最久在前"
      style={{ flex: '0 1 auto' }}
    >
      {ready.isPending ? <SkeletonRows rows={5} blocks={0} label="待出件" /> : null}
      {ready.isError ? <ErrorState onRetry={() => void ready.refetch()}>{ready.error.message}</ErrorState> : null}
      {ready.isSuccess && groups.length === 0 ? <Empty>没有等着取的结果。</Empty> : null}
      <div role="list">
        {groups.map((group) => (
          <ListRow
            key={group.applicantId}
            label={group.applicantName}
            height={44}
            current={group.applicantId === applicantId}
            onOpen={() => onChoose(group.applicantId)}
          >
            <button type="button" className="fo-row-button" onClick={() => onChoose(group.applicantId)}>
              <TwoLines
                first={<NameWithNumber name={group.applicantName} identityMasked={group.identityMasked} short />}
                second={group.words}
                strong={group.applicantId === applicantId}
              />
            </button>
            <span className="ow-secondary ow-small fo-waiting">
              {group.paper === null ? null : <span>{group.paper}</span>}
              {waitingWords(group.waitingDays)}
            </span>
          </ListRow>
        ))}
      </div>
    </Pane>
  );
}
