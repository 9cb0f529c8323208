import type { TaskFacet } from '@onewindow/contracts';

/** Each item once, with how many pieces of work it has. */
export function itemOptions(facets: readonly TaskFacet[]): { value: string; label: string }[] {
  const counts = new Map<string, { name: string; count: number }>();
  for (const { itemId, itemName, count } of facets) {
    counts.set(itemId, { name: itemName, count: count + (counts.get(itemId)?.count ?? 0) });
  }
  return [...counts].map(([value, { name, count }]) => ({ value, label: `${name} ${count}` }));
}

/** The steps of an item, or of all of them. */
export function stepOptions(facets: readonly TaskFacet[], itemId: string | null): { value: string; label: string }[] {
  const counts = new Map<string, number>();
  for (const facet of facets) {
    if (itemId === null || facet.itemId === itemId) counts.set(facet.stepName, facet.count + (counts.get(facet.stepName) ?? 0));
  }
  return [...counts].map(([value, count]) => ({ value, label: `${value} ${count}` }));
}
