import { useDelayed } from '@onewindow/ui';
import type { ListLoad } from './list-states.js';

/** As long as what another filter found may stand in a list's place: longer, and it is read as the answer. */
const PATIENCE_MS = 300;

interface PagedList<Page> extends ListLoad {
  data: { pages: Page[] } | undefined;
  isPlaceholderData: boolean;
}

/** The pages of a list that keeps the rows of the filter before while the next are fetched: for a moment, then it waits like a new one. */
export function useOwnPages<Page>(list: PagedList<Page>): { pages: Page[]; load: ListLoad } {
  const isLate = useDelayed(list.isPlaceholderData, PATIENCE_MS);
  const { error, errorUpdatedAt, isPending, refetch } = list;
  return { pages: isLate ? [] : (list.data?.pages ?? []), load: { error, errorUpdatedAt, isPending: isPending || isLate, refetch } };
}
