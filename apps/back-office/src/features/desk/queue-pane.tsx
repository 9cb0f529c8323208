import type { TaskRow } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { ActionButton, Empty, ErrorState, formatTime, KeyHints, SkeletonRows } from '@onewindow/ui';
import type { ReactNode } from 'react';
import { useRowHeight } from '../../app/heights.js';
import { VirtualList } from '../../app/virtual-list.js';
import { emptyWords, TAB_LABELS, type DeskFilters } from './desk-filters.js';
import type { TaskCounts } from './desk.queries.js';
import { QueueHead } from './queue-head.js';
import { QueueRow } from './queue-row.js';

const HINTS = [
  [['J', 'K'], '上下'],
  [['Enter'], '打开'],
  [['X'], '选中'],
] as const;
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
  today: IsoDate;
  onOpen: (id: string) => void;
  onCheck: (id: string) => void;
  onClaim: () => void;
  claiming: boolean;
  /** What came of the last claim or decision. */
  messages: ReactNode;
}

/** The left column of the desk: worst first, one row where the keys act. */
export function QueuePane(props: QueuePaneProps) {
  const { filters, onFilters, counts, rows, list, cursor, active, openId, chosen, today, onOpen, onCheck } = props;
  const rowHeight = useRowHeight('queue');
  const cursorAt = rows.findIndex(({ id }) => id === cursor);
  const empty = emptyWords(filters, counts?.[filters.tab] ?? NO_COUNTS);
  return (
    <>
      <QueueHead filters={filters} counts={counts} onFilters={onFilters} />
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
        <Empty {...(empty.link ? { link: { label: empty.link, onOpen: () => onFilters({ ...filters, light: empty.light, q: '' }) } } : {})}>
          {empty.words}
        </Empty>
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
            onCheck={() => onCheck(row.id)}
            onOpen={() => onOpen(row.id)}
          />
        )}
      />
      <div className="bo-bars">{props.messages}</div>
      <QueueFoot {...props} />
    </>
  );
}

function QueueFoot({ rows, cursor, chosen, onClaim, claiming }: QueuePaneProps) {
  const focusedRow = rows.find(({ id }) => id === cursor);
  const claim = chosen.size > 0 ? { action: 'claim', allowed: true } : focusedRow?.actions.find(({ action }) => action === 'claim');
  return (
    <div className="bo-queue-foot">
      <KeyHints hints={HINTS} />
      <span className="bo-spacer" />
      <ActionButton
        action={claim}
        label={chosen.size > 0 ? `签收 ${chosen.size} 件` : '签收'}
        size="small"
        keys="C"
        busy={claiming}
        onAct={onClaim}
        reasonAt="elsewhere"
        {...(focusedRow || chosen.size > 0 ? {} : { hindrance: '先选一件' })}
      />
    </div>
  );
}
