import { Empty, ErrorState, FilterChip, formatCount, formatTime, KeyHints, SkeletonRows } from '@onewindow/ui';
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useRowHeight } from '../../app/heights.js';
import { VirtualList } from '../../app/virtual-list.js';
import { SearchField } from '../desk/index.js';
import type { FilterInForce, StalledFilter } from './stalled-filter.js';
import { StalledColumns, StalledListRow } from './stalled-row.js';
import type { StalledRow } from './supervision.queries.js';

const HINTS = [
  [['J', 'K'], '上下'],
  [['X'], '选中'],
  [['Shift+X'], '连选'],
  [['Ctrl+A'], '全选筛选结果'],
] as const;

export interface StalledListProps {
  filter: StalledFilter;
  onFilter: (filter: StalledFilter) => void;
  inForce: readonly FilterInForce[];
  rows: readonly StalledRow[];
  total: number | undefined;
  list: { isPending: boolean; brokenAt: number | null; onRetry: () => void; hasMore: boolean; loadingMore: boolean; onMore: () => void };
  cursor: string | null;
  selected: ReadonlySet<string>;
  outcomeOf: ((taskId: string) => { words: string; tone: 'green' | 'red' | 'neutral' } | null) | null;
  onCheck: (id: string, withShift: boolean) => void;
  onCheckAll: () => void;
  onOpen: (id: string) => void;
  /** Words about the selection at the right of the head, and the verbs below. */
  selectionWords: ReactNode;
  messages: ReactNode;
  actions: ReactNode;
}

/** 停滞办件: longest first, chosen by keys, with the filters in force as chips. */
export function StalledList(props: StalledListProps) {
  const { filter, onFilter, inForce, rows, total, list, cursor, selected, outcomeOf, onCheck, onOpen } = props;
  const rowHeight = useRowHeight('list');
  const allSelected = total !== undefined && total > 0 && selected.size >= total;
  return (
    <section className="bo-stalled-list" aria-label="停滞办件">
      <div className="ow-pane-head bo-stalled-head">
        <h2>
          {filter.minStalled > 0 ? '停滞办件' : '在办件'} {total === undefined ? '' : formatCount(total)}
        </h2>
        {inForce.map((one) => (
          <FilterChip key={one.key} label={one.label} onRemove={() => onFilter(one.without)} />
        ))}
        {filter.minStalled === 0 ? (
          <FilterChip label="只看停滞" pressed={false} onToggle={() => onFilter({ ...filter, minStalled: 3 })} />
        ) : null}
        <span className="ow-small ow-secondary">最久在前</span>
        <span className="ow-pane-head-right">
          {props.selectionWords}
          <SearchField value={filter.q} placeholder="编号、名称、承办人" onSearch={(q) => onFilter({ ...filter, q })} />
        </span>
      </div>
      <div className="bo-stalled-columns">
        <Checkbox
          aria-label="全选筛选结果"
          checked={allSelected}
          indeterminate={selected.size > 0 && !allSelected}
          disabled={!total}
          onChange={props.onCheckAll}
        />
        <StalledColumns withOutcome={outcomeOf !== null} />
      </div>
      {list.brokenAt === null ? null : (
        <ErrorState onRetry={list.onRetry}>没有取到列表，{formatTime(new Date(list.brokenAt))}。</ErrorState>
      )}
      {list.isPending ? <SkeletonRows rows={10} rowHeight={rowHeight} blocks={4} label="停滞办件" /> : null}
      {!list.isPending && list.brokenAt === null && rows.length === 0 ? (
        <Empty {...(filter.minStalled > 0 ? { link: { label: '看全部在办', onOpen: () => onFilter({ ...filter, minStalled: 0 }) } } : {})}>
          {filter.minStalled > 0 ? `没有停滞 ${filter.minStalled} 个工作日以上的办件。` : '没有这样的办件。'}
        </Empty>
      ) : null}
      <VirtualList
        items={rows}
        keyOf={({ id }) => id}
        rowHeight={rowHeight}
        label="停滞办件"
        focusIndex={rows.findIndex(({ id }) => id === cursor)}
        hasMore={list.hasMore}
        loading={list.loadingMore}
        onMore={list.onMore}
        renderRow={(row) => (
          <StalledListRow
            row={row}
            focused={row.id === cursor}
            checked={selected.has(row.id)}
            withOutcome={outcomeOf !== null}
            outcome={outcomeOf?.(row.id) ?? null}
            onCheck={(withShift) => onCheck(row.id, withShift)}
            onOpen={() => onOpen(row.id)}
          />
        )}
      />
      <div className="bo-bars">{props.messages}</div>
      <div className="bo-stalled-foot">
        <KeyHints hints={HINTS} />
        <span className="bo-spacer" />
        {props.actions}
      </div>
    </section>
  );
}
