import { shanghaiDateOf } from '@onewindow/domain';
import { Empty, ErrorState, Pane, SkeletonRows, useNow } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useSession } from '../session/index.js';
import { awaitedQuery } from './follow-up.queries.js';
import type { TakenIn } from './taken-in.js';
import { TakenMessage } from './taken-message.js';
import { useOpenRow } from './use-open-row.js';
import { WaitingColumns } from './waiting-columns.js';
import { WaitingList } from './waiting-list.js';
import { waitingRows } from './waiting-rows.js';

/** 通办: the applicant named a number at this counter; what that one case waits for, wherever it was received. */
export function CaseWaiting({ caseId }: { caseId: string }) {
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const today = shanghaiDateOf(useNow());
  const session = useSession();
  const { data, error, isPending, refetch } = useQuery(awaitedQuery(caseId));
  const [taken, setTaken] = useState<TakenIn | null>(null);
  const rows = useMemo(() => {
    const whole = <T,>(items: readonly T[] = []) => ({ items, hasMore: false });
    return waitingRows(whole<never>(), whole(data?.deferred), whole(data?.corrections));
  }, [data]);
  const opened = useOpenRow(rows, params.get('row'), isPending);
  const isElsewhere = data !== undefined && data.hall.id !== session.staff.hall?.id;
  const offer = data?.actions.find(({ action }) => action === 'bringPapers');
  const open = (key: string) => setParams({ case: caseId, row: key }, { replace: true });
  const list = (
    <Pane
      title="收材料"
      words={data ? `${data.hall.name}受理` : undefined}
      right={
        <button type="button" className="ow-link" onClick={() => void navigate('/follow-up')}>
          本厅跟进
        </button>
      }
    >
      <TakenMessage taken={taken} onClose={() => setTaken(null)} />
      {isPending ? <SkeletonRows rows={3} rowHeight={50} label="收材料" /> : null}
      {error ? <ErrorState onRetry={() => void refetch()}>{error.message}</ErrorState> : null}
      {data && rows.length === 0 ? (
        <Empty link={{ label: '看办件', onOpen: () => void navigate(`/cases/${caseId}`) }}>这件没有等的材料。</Empty>
      ) : null}
      <WaitingList rows={rows} current={opened.row?.key ?? null} today={today} onOpen={open} />
    </Pane>
  );
  return (
    <WaitingColumns
      opened={opened}
      today={today}
      list={list}
      isElsewhere={isElsewhere}
      refused={opened.row && offer?.allowed === false ? (offer.reason ?? null) : null}
      onOpen={open}
      onTaken={setTaken}
      onReload={() => void refetch()}
    />
  );
}
