import { shanghaiDateOf } from '@onewindow/domain';
import { Button, Empty, ErrorState, ExportButton, Pane, SegmentedButtons, SkeletonRows, useNow } from '@onewindow/ui';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { CaseWaiting } from './case-waiting.js';
import { KIND_LABELS, readFollowUpFilters, WHEN_LABELS, writeFollowUpFilters, type FollowUpFilters } from './follow-up-filters.js';
import { useOpenRow } from './use-open-row.js';
import { useWaiting } from './use-waiting.js';
import { WaitingColumns } from './waiting-columns.js';
import { WaitingList } from './waiting-list.js';
import { WAITING_COLUMNS } from './waiting-sheet.js';
import type { TakenIn } from './taken-in.js';
import { TakenMessage } from './taken-message.js';
import './follow-up.css';

const KINDS = (Object.keys(KIND_LABELS) as FollowUpFilters['kind'][]).map((value) => ({ value, label: KIND_LABELS[value] }));
const WHENS = (Object.keys(WHEN_LABELS) as FollowUpFilters['when'][]).map((value) => ({ value, label: WHEN_LABELS[value] }));

/** 跟进: what this hall waits for; with a case in the address, what that one waits for. */
export function FollowUpPage() {
  const [params] = useSearchParams();
  const caseId = params.get('case');
  return caseId === null ? <HallWaiting /> : <CaseWaiting key={caseId} caseId={caseId} />;
}

/** Supplements, deferred materials and corrections during review that are waited for, by day; what arrives is taken in right here. */
function HallWaiting() {
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const today = shanghaiDateOf(useNow());
  const filters = readFollowUpFilters(params);
  const waiting = useWaiting(filters, today);
  const [taken, setTaken] = useState<TakenIn | null>(null);
  // Three lists make one: it stands when all have come, so that nothing moves under the hand.
  const rows = waiting.isPending ? [] : waiting.rows;
  const opened = useOpenRow(rows, params.get('row'), waiting.isPending, writeFollowUpFilters(filters).toString());
  const setFilters = (next: FollowUpFilters) => setParams(writeFollowUpFilters(next), { replace: true });
  const open = (key: string) => setParams(writeFollowUpFilters(filters, key), { replace: true });
  const isFiltered = filters.kind !== 'all' || filters.when !== 'all';
  const list = (
    <Pane
      title="跟进"
      words={
        waiting.supplements === null
          ? undefined
          : `补正 ${waiting.supplements}·容缺 ${waiting.deferred ?? 0}·审查补正 ${waiting.corrections ?? 0}`
      }
      trouble={waiting.late ? `已过 ${waiting.late}` : undefined}
      right="按日子，过了的在前，工作日"
    >
      <div className="fo-follow-filters">
        <SegmentedButtons label="等什么" options={KINDS} value={filters.kind} onChange={(kind) => setFilters({ ...filters, kind })} />
        <SegmentedButtons label="哪天" options={WHENS} value={filters.when} onChange={(when) => setFilters({ ...filters, when })} />
        <ExportButton
          title="跟进"
          columns={WAITING_COLUMNS}
          page={() => Promise.resolve({ items: rows, nextCursor: null })}
          disabled={rows.length === 0}
        />
      </div>
      <TakenMessage taken={taken} onClose={() => setTaken(null)} />
      {waiting.isPending ? <SkeletonRows rows={9} rowHeight={50} label="跟进" /> : null}
      {waiting.error ? <ErrorState onRetry={waiting.refetch}>{waiting.error.message}</ErrorState> : null}
      {!waiting.isPending && !waiting.error && rows.length === 0 && !waiting.hasMore ? (
        <Empty
          link={
            isFiltered
              ? { label: '看全部', onOpen: () => setFilters({ kind: 'all', when: 'all' }) }
              : { label: '去受理台', onOpen: () => void navigate('/counter') }
          }
        >
          {isFiltered ? '没有这样的件。' : '没有等材料的件。'}
        </Empty>
      ) : null}
      <WaitingList rows={rows} current={opened.row?.key ?? null} today={today} onOpen={open} />
      {waiting.hasMore ? (
        <div className="fo-more">
          <Button label="再取" busy={waiting.isLoadingMore} onClick={waiting.loadMore} />
        </div>
      ) : null}
    </Pane>
  );
  return <WaitingColumns opened={opened} today={today} list={list} onOpen={open} onTaken={setTaken} onReload={waiting.refetch} />;
}
