import { FilterChip, Kbd } from '@onewindow/ui';
import { useEffect, useState } from 'react';
import { LIGHT_LABELS, LIGHTS, TAB_LABELS, TABS, type DeskFilters } from './desk-filters.js';
import type { TaskCounts } from './desk.queries.js';

const TONES = { red: 'red', yellow: 'yellow', green: 'green', paused: 'paused' } as const;
const SEARCH_AFTER_MS = 300;

export interface QueueHeadProps {
  filters: DeskFilters;
  counts: TaskCounts | undefined;
  onFilters: (filters: DeskFilters) => void;
}

/** Tabs with their counts, lights as filters, and the search behind `/`. */
export function QueueHead({ filters, counts, onFilters }: QueueHeadProps) {
  const lights = counts?.[filters.tab];
  return (
    <>
      <nav className="bo-tabs bo-queue-tabs" aria-label="待办分栏">
        {TABS.map((tab) => (
          <button
            key={tab}
            type="button"
            className={tab === filters.tab ? 'bo-tab bo-tab-on' : 'bo-tab'}
            aria-current={tab === filters.tab ? 'true' : undefined}
            onClick={() => onFilters({ tab, light: null, q: '' })}
          >
            {TAB_LABELS[tab]} <span>{counts?.[tab].all ?? ''}</span>
          </button>
        ))}
        <span className="bo-tabs-end">排序 最急在前</span>
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
      {filters.q ? (
        <div className="bo-queue-found">
          <FilterChip label={`“${filters.q}”`} onRemove={() => onFilters({ ...filters, q: '' })} />
        </div>
      ) : null}
    </>
  );
}

/** `/ 筛选`: a word until it has the focus, then a field over the whole row. */
export function SearchField({ value, onSearch, placeholder }: { value: string; onSearch: (q: string) => void; placeholder: string }) {
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setTyped(value);
  }
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === value) return;
    const timer = setTimeout(() => onSearch(wanted), SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onSearch]);
  return (
    <label className="bo-search">
      <Kbd keys="/" />
      <span>筛选</span>
      <input
        data-ow-filter
        type="search"
        value={typed}
        maxLength={60}
        placeholder={placeholder}
        aria-label={`筛选：${placeholder}`}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          onSearch(typed.trim());
          event.currentTarget.blur();
        }}
      />
    </label>
  );
}
