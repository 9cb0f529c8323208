import { Empty, ErrorState, formatTime, SkeletonRows } from '@onewindow/ui';
import type { ReactNode } from 'react';

/** How far a list has come. */
export interface ListLoad {
  error: unknown;
  errorUpdatedAt: number;
  isPending: boolean;
  refetch: () => unknown;
}

export interface ListStatesProps {
  list: ListLoad;
  label: string;
  rowHeight: number;
  /** Rows and blocks of what stands there until it comes. */
  rows: number;
  blocks: number;
  /** What is said when nothing was found; null while there are rows. */
  empty: ReactNode;
  /** The way out of an empty list. */
  link?: { label: string; onOpen: () => void } | undefined;
}

/** What stands in the place of a list's rows: that it did not come, that it is on its way, that there are none. */
export function ListStates({ list, label, rowHeight, rows, blocks, empty, link }: ListStatesProps) {
  if (list.error) {
    return <ErrorState onRetry={() => void list.refetch()}>没有取到列表，{formatTime(new Date(list.errorUpdatedAt))}。</ErrorState>;
  }
  if (list.isPending) return <SkeletonRows rows={rows} rowHeight={rowHeight} blocks={blocks} label={label} />;
  return empty === null ? null : <Empty {...(link ? { link } : {})}>{empty}</Empty>;
}
