import { CONCLUSION_KINDS, CONCLUSION_LABELS, dateWords, shanghaiToday, type ConclusionKind } from '@onewindow/domain';
import {
  Empty,
  ErrorState,
  formatCaseSerial,
  formatCount,
  Kbd,
  ListRow,
  Mark,
  Pane,
  SkeletonRows,
  TwoLines,
  useKeys,
  useNow,
  type Tone,
} from '@onewindow/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRowHeight } from '../../app/heights.js';
import { VirtualList } from '../../app/virtual-list.js';
import { rateWords, type ConclusionsFilter } from './conclusions-filter.js';
import { conclusionsQuery, type ConclusionRow } from './supervision.queries.js';

const TONES: Record<ConclusionKind, Tone> = { instant: 'neutral', early: 'green', onTime: 'green', late: 'red' };

export interface ConclusionsDockProps {
  filter: ConclusionsFilter;
  /** Its department's short name; null for all together. */
  departmentName: string | null;
  onFilter: (filter: ConclusionsFilter) => void;
  onOpenCase: (taskId: string) => void;
  onClose: () => void;
}

/** 本月办结: the cases behind an on-time rate. 即办 + 提前 + 按时 + 超期 = all of them (R10.4). */
export function ConclusionsDock({ filter, departmentName, onFilter, onOpenCase, onClose }: ConclusionsDockProps) {
  const list = useInfiniteQuery(conclusionsQuery(filter));
  const today = shanghaiToday(useNow());
  const rowHeight = useRowHeight('queue');
  useKeys({ Escape: { label: '收起本月办结', run: onClose } }, { title: '本月办结', scope: 'pane' });
  const counts = list.data?.pages[0]?.counts;
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const close = (
    <button type="button" className="bo-plain" aria-label="收起本月办结" onClick={onClose}>
      <Kbd keys="Escape" />
    </button>
  );
  const rate = counts && counts.all > 0 ? (counts.all - counts.late) / counts.all : null;
  return (
    <Pane title="本月办结" words={departmentName ?? '全部部门'} right={close}>
      <div className="bo-conclusion-kinds" role="group" aria-label="按时情况">
        {[null, ...CONCLUSION_KINDS].map((kind) => (
          <button
            key={kind ?? 'all'}
            type="button"
            className="bo-count"
            aria-pressed={filter.kind === kind}
            onClick={() => onFilter({ ...filter, kind })}
          >
            {kind ? <Mark tone={TONES[kind]} /> : null}
            <span>{kind ? CONCLUSION_LABELS[kind] : '全部'}</span>
            <strong>{counts ? formatCount(counts[kind ?? 'all']) : '–'}</strong>
          </button>
        ))}
      </div>
      {counts ? (
        <p className="bo-conclusion-sum ow-small ow-secondary">
          按时率 {rateWords(rate)}：全部 {formatCount(counts.all)} 件，超期 {formatCount(counts.late)} 件
        </p>
      ) : null}
      {list.error ? <ErrorState onRetry={() => void list.refetch()}>没有取到本月办结。</ErrorState> : null}
      {list.isPending ? <SkeletonRows rows={10} rowHeight={rowHeight} blocks={1} label="本月办结" /> : null}
      {!list.isPending && !list.error && rows.length === 0 ? (
        <Empty {...(filter.kind ? { link: { label: '看全部', onOpen: () => onFilter({ ...filter, kind: null }) } } : {})}>
          {filter.kind ? `本月没有${CONCLUSION_LABELS[filter.kind]}的办件。` : '本月还没有办结的件。'}
        </Empty>
      ) : null}
      <VirtualList
        items={rows}
        keyOf={({ caseId }) => caseId}
        rowHeight={rowHeight}
        label="本月办结"
        hasMore={list.hasNextPage}
        loading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
        renderRow={(row) => (
          <Row row={row} day={(date) => dateWords(date, today)} inAll={departmentName === null} onOpenCase={onOpenCase} />
        )}
      />
    </Pane>
  );
}

interface RowProps {
  row: ConclusionRow;
  day: (date: string) => string;
  inAll: boolean;
  onOpenCase: (taskId: string) => void;
}

function Row({ row, day, inAll, onOpenCase }: RowProps) {
  const { taskId } = row;
  return (
    <ListRow label={`${row.title}，${row.itemName}`} {...(taskId ? { onOpen: () => onOpenCase(taskId) } : {})}>
      <TwoLines
        first={row.title}
        second={`${inAll ? `${row.department.shortName}·` : ''}${row.itemName}·${formatCaseSerial(row.caseNo).replace('…', '')}`}
      />
      <span className="bo-conclusion-end">
        <span className={row.kind === 'late' ? 'bo-count-red' : undefined}>
          <Mark tone={TONES[row.kind]} /> {CONCLUSION_LABELS[row.kind]}
        </span>
        <span className="ow-small ow-secondary">
          {day(row.decidedOn)} {row.decision === 'grant' ? '准予' : '不予'}
          {row.due ? `，期限 ${day(row.due)}` : ''}
        </span>
      </span>
    </ListRow>
  );
}
