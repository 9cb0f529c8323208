import type { DeskSettings, TaskRow } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { Empty, ErrorState, formatTime, SkeletonRows } from '@onewindow/ui';
import type { ReactNode } from 'react';
import { useRowHeight } from '../../app/heights.js';
import { VirtualList } from '../../app/virtual-list.js';
import { emptyWords, TAB_LABELS, type DeskFilters } from './desk-filters.js';
import type { TaskCounts } from './desk.queries.js';
import { QueueHead } from './queue-head.js';
import { QueueRow } from './queue-row.js';

const NO_COUNTS = { red: 0, yellow: 0, green: 0, paused: 0, all: 0 };

export interface QueuePaneProps {
  filters: DeskFilters;
  onFilters: (filters: DeskFilters) => void;
  counts: TaskCounts | undefined;
  rows: readonly TaskRow[];
  /** Not read yet, broken, and the pages to come. */
  list: { isPending: boolean; brokenAt: number | null; onRetry: () => void; hasMore: boolean; loadingMore: boolean; onMore: () => void };
  cursor: string | null;
  /** The keys act here, not in another pane. */
  active: boolean;
  openId: string | undefined;
  chosen: ReadonlySet<string>;
  /** Keeps its place, but is not there to be done any more. */
  gone: ReadonlySet<string>;
  staffId: string;
  today: IsoDate;
  onOpen: (id: string) => void;
  /** Stable, as is `onOpen`: rows are drawn anew only when they are others. */
  onCheck: (id: string, withShift: boolean) => void;
  settings: DeskSettings | undefined;
  /** What is done with the ticked rows, or with the one under the cursor. */
  foot: ReactNode;
  /** What came of the last claim or decision. */
  messages: ReactNode;
}

/** The left column of the desk: worst first, one row where the keys act. */
export function QueuePane(props: QueuePaneProps) {
  const { filters, onFilters, counts, rows, list, cursor, active, openId, chosen, gone, today, onOpen, onCheck } = props;
  const rowHeight = useRowHeight('queue');
  const cursorAt = rows.findIndex(({ id }) => id === cursor);
  const empty = emptyWords(filters, counts?.[filters.tab] ?? NO_COUNTS);
  const { link } = empty;
  return (
    <>
      <QueueHead filters={filters} counts={counts} settings={props.settings} today={today} onFilters={onFilters} />
      <div className="bo-queue-columns" aria-hidden="true">
        <span>办件</span>
        <span className="bo-queue-clocks">
          <span>法定</span>
          <span>承诺</span>
          <span>环节</span>
        </span>
      </div>
      {list.brokenAt === null ? null : (
        <ErrorState onRetry={list.onRetry}>没有取到列表，{formatTime(new Date(list.brokenAt))}。</ErrorState>
      )}
      {list.isPending ? <SkeletonRows rows={12} rowHeight={rowHeight} blocks={3} label="待办" /> : null}
      {!list.isPending && list.brokenAt === null && rows.length === 0 ? (
        <Empty {...(link ? { link: { label: link.label, onOpen: () => onFilters(link.filters) } } : {})}>{empty.words}</Empty>
      ) : null}
      <VirtualList
        items={rows}
        keyOf={({ id }) => id}
        rowHeight={rowHeight}
        label={`待办：${TAB_LABELS[filters.tab]}`}
        focusIndex={active ? cursorAt : -1}
        hasMore={list.hasMore}
        loading={list.loadingMore}
        onMore={list.onMore}
        renderRow={(row) => (
          <QueueRow
            row={row}
            tab={filters.tab}
            today={today}
            focused={active && row.id === cursor}
            current={row.id === openId}
            checked={chosen.has(row.id)}
            {...(gone.has(row.id) ? { goneFor: props.staffId } : {})}
            onCheck={onCheck}
            onOpen={onOpen}
          />
        )}
      />
      <div className="bo-bars">{props.messages}</div>
      {props.foot}
    </>
  );
}
