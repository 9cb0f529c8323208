import { focusHomeProps } from '@onewindow/ui';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import './virtual-list.css';

/** How near to the end of what is loaded the next page is asked for, in rows. */
const ASK_AHEAD = 15;

/** Brings the keyboard to the list that is on the screen: after J the next Enter must not press the tab that was clicked before. */
export function focusList(): void {
  document.querySelector<HTMLElement>('[data-bo-list]')?.focus({ preventScroll: true });
}

export interface VirtualListProps<T> {
  items: readonly T[];
  keyOf: (item: T) => string;
  renderRow: (item: T, index: number) => ReactNode;
  /** Height of a row in px before it is measured; rows that wrap in 大字模式 are measured. */
  rowHeight: number;
  label: string;
  /** Index of the row where the keys act; kept in sight. −1 for none. */
  focusIndex?: number;
  /** There are more pages. */
  hasMore?: boolean;
  /** The next page is on its way. */
  loading?: boolean;
  onMore?: () => void;
  /** Stands after the last row. */
  children?: ReactNode;
}

/** A list of any length of which only the rows in sight are drawn; the next page comes before its end is reached. */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { items, keyOf, renderRow, rowHeight, label, focusIndex = -1, hasMore = false, loading = false, onMore, children } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    overscan: 8,
  });
  const rows = virtualizer.getVirtualItems();
  const lastIndex = rows.at(-1)?.index ?? -1;

  useEffect(() => {
    if (hasMore && !loading && lastIndex >= items.length - ASK_AHEAD) onMore?.();
  }, [hasMore, loading, lastIndex, items.length, onMore]);

  useEffect(() => {
    if (focusIndex >= 0) virtualizer.scrollToIndex(focusIndex, { align: 'auto' });
  }, [virtualizer, focusIndex]);

  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  return (
    <div ref={scroller} className="bo-virtual" data-bo-list {...focusHomeProps} tabIndex={0}>
      <div role="list" aria-label={label} className="bo-virtual-space" style={{ height: virtualizer.getTotalSize() }}>
        {rows.map((row) => {
          const item = items[row.index];
          return item === undefined ? null : (
            <div
              key={row.key}
              data-index={row.index}
              ref={virtualizer.measureElement}
              className="bo-virtual-row"
              style={{ transform: `translateY(${row.start}px)` }}
            >
              {renderRow(item, row.index)}
            </div>
          );
        })}
      </div>
      {loading ? <p className="bo-virtual-more">正在取后面的…</p> : null}
      {children}
    </div>
  );
}
