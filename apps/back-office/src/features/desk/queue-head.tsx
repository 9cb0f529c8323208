import type { DeskSettings } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { FilterChip, Kbd, useKeys } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { LIGHT_LABELS, LIGHTS, moreInForce, TAB_LABELS, TABS, wholeOf, type DeskFilters } from './desk-filters.js';
import { taskFacetsQuery, type TaskCounts } from './desk.queries.js';
import { SavedSearches } from './filters/saved-searches.js';
import { SearchField } from './search-field.js';
import './filters/filters.css';

const TONES = { red: 'red', yellow: 'yellow', green: 'green', paused: 'paused' } as const;
/** Select, days and numbers are fetched when the filters are opened. */
const FilterPanel = lazy(async () => ({ default: (await import('./filters/filter-panel.js')).FilterPanel }));

export interface QueueHeadProps {
  filters: DeskFilters;
  counts: TaskCounts | undefined;
  settings: DeskSettings | undefined;
  today: IsoDate;
  onFilters: (filters: DeskFilters) => void;
}

/** Tabs with their counts, lights as filters, the search behind `/`, and all other filters behind S. */
export function QueueHead({ filters, counts, settings, today, onFilters }: QueueHeadProps) {
  const lights = counts?.[filters.tab];
  const [open, setOpen] = useState(false);
  const toggle = () => setOpen(!open);
  useKeys({ S: { label: '筛选条件、常用筛选', run: toggle } }, { title: '待办' });
  return (
    <>
      <nav className="bo-tabs bo-queue-tabs" aria-label="待办分栏">
        {TABS.filter((tab) => tab === filters.tab || counts?.[tab] !== null).map((tab) => (
          <button
            key={tab}
            type="button"
            className={tab === filters.tab ? 'bo-tab bo-tab-on' : 'bo-tab'}
            aria-current={tab === filters.tab ? 'true' : undefined}
            onClick={() => onFilters(wholeOf(tab))}
          >
            {TAB_LABELS[tab]} <span>{counts?.[tab]?.all ?? ''}</span>
          </button>
        ))}
        <button type="button" className="bo-tabs-end bo-queue-more" aria-expanded={open} onClick={toggle}>
          条件 <Kbd keys="S" />
        </button>
      </nav>
      <div className="bo-queue-filters" role="group" aria-label="按时限筛选">
        {LIGHTS.map((light) => (
          <FilterChip
            key={light}
            label={LIGHT_LABELS[light]}
            tone={TONES[light]}
            {...(lights ? { count: lights[light] } : {})}
            pressed={filters.light === light}
            onToggle={() => onFilters({ ...filters, light: filters.light === light ? null : light })}
          />
        ))}
        <SearchField value={filters.q} onSearch={(q) => onFilters({ ...filters, q })} placeholder="编号、名称、申请人" />
      </div>
      <SavedSearches searches={settings?.searches ?? []} filters={filters} onFilters={onFilters} />
      {open ? (
        <Suspense fallback={null}>
          <FilterPanel
            filters={filters}
            onFilters={onFilters}
            searches={settings?.searches ?? []}
            autoClaim={settings?.autoClaim ?? false}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
      <InForce filters={filters} today={today} onFilters={onFilters} />
    </>
  );
}

/** The filters in force beside the lights, each with its ×. */
function InForce({ filters, today, onFilters }: Pick<QueueHeadProps, 'filters' | 'today' | 'onFilters'>) {
  // The name of an item is asked for only where one is filtered by.
  const { data: facets } = useQuery({ ...taskFacetsQuery(filters.tab), enabled: filters.itemId !== null });
  const nameOf = (itemId: string) => facets?.items.find((facet) => facet.itemId === itemId)?.itemName;
  const chips = moreInForce(filters, nameOf, today);
  if (chips.length === 0) return null;
  return (
    <div className="bo-queue-found">
      {chips.map(({ key, label, without }) => (
        <FilterChip key={key} label={label} onRemove={() => onFilters(without)} />
      ))}
    </div>
  );
}
