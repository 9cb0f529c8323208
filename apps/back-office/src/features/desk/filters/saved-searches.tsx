import type { SavedSearch } from '@onewindow/contracts';
import { FilterChip, Kbd, useKeys } from '@onewindow/ui';
import { filtersOf, writeFilters, type DeskFilters } from '../desk-filters.js';

/** Alt+1 to Alt+6 are phrases, Alt+0 is 大字模式: these are left for searches. */
const KEYS = ['Alt+7', 'Alt+8', 'Alt+9'] as const;

export interface SavedSearchesProps {
  searches: readonly SavedSearch[];
  filters: DeskFilters;
  onFilters: (filters: DeskFilters) => void;
}

/** 常用筛选, one press each; the first three have a key. Pressed again, the whole tab is back. */
export function SavedSearches({ searches, filters, onFilters }: SavedSearchesProps) {
  const address = writeFilters(filters).toString();
  const shown = searches.map(({ id, name, filter }, at) => {
    const saved = filtersOf(filter);
    const isOn = writeFilters(saved).toString() === address;
    const toggle = () => onFilters(isOn ? { ...filtersOf({ tab: filters.tab }) } : saved);
    return { id, name, isOn, toggle, keys: KEYS[at] };
  });
  useKeys(Object.fromEntries(shown.flatMap(({ keys, name, toggle }) => (keys ? [[keys, { label: name, run: toggle }] as const] : []))), {
    title: '常用筛选',
  });
  if (searches.length === 0) return null;
  return (
    <div className="bo-saved" role="group" aria-label="常用筛选">
      {shown.map(({ id, name, isOn, toggle, keys }) => (
        <span key={id} className="bo-saved-one">
          {keys ? <Kbd keys={keys} /> : null}
          <FilterChip label={name} pressed={isOn} onToggle={toggle} />
        </span>
      ))}
    </div>
  );
}
