import { Empty } from '@onewindow/ui';

export interface BesideListProps {
  list: { isPending: boolean; error: unknown };
  /** How many rows the list has. */
  count: number;
  /** What the rows are: 办件, 申请. */
  noun?: string;
}

/** Beside a list where nothing is open: silent while the list is being fetched, then why there is nothing to see. */
export function BesideList({ list, count, noun = '办件' }: BesideListProps) {
  if (list.isPending) return null;
  if (list.error) return <Empty>列表没有取到。</Empty>;
  return <Empty>{count === 0 ? `左边没有${noun}。` : `没有打开的${noun}。J K 选一件，Enter 打开。`}</Empty>;
}
