import type { light, inboxTab } from '@onewindow/contracts';
import type { z } from 'zod';

export type InboxTab = z.output<typeof inboxTab>;
export type RowLight = z.output<typeof light>;

/** What the queue shows, kept in the address. */
export interface DeskFilters {
  tab: InboxTab;
  light: RowLight | null;
  q: string;
}

export const TABS: readonly InboxTab[] = ['mine', 'pool', 'consultation'];
export const TAB_LABELS = { mine: '我的', pool: '部门池', consultation: '征求意见' } as const satisfies Record<InboxTab, string>;

/** The lights as filter chips, worst first. */
export const LIGHTS: readonly RowLight[] = ['red', 'yellow', 'green', 'paused'];
export const LIGHT_LABELS = { red: '超期', yellow: '临期', green: '正常', paused: '暂停' } as const satisfies Record<RowLight, string>;

/** Reads the filters from the address; what it does not know falls back to the plain list. */
export function readFilters(params: URLSearchParams): DeskFilters {
  return {
    tab: TABS.find((tab) => tab === params.get('tab')) ?? 'mine',
    light: LIGHTS.find((one) => one === params.get('light')) ?? null,
    q: (params.get('q') ?? '').trim().slice(0, 60),
  };
}

/** The address of filters; the plain list has a plain address. */
export function writeFilters(filters: DeskFilters): URLSearchParams {
  const params = new URLSearchParams();
  if (filters.tab !== 'mine') params.set('tab', filters.tab);
  if (filters.light) params.set('light', filters.light);
  if (filters.q) params.set('q', filters.q);
  return params;
}

/** The list's query for the API. */
export function listQuery(filters: DeskFilters): { tab: InboxTab; light?: RowLight; q?: string } {
  return { tab: filters.tab, ...(filters.light ? { light: filters.light } : {}), ...(filters.q ? { q: filters.q } : {}) };
}

/** The sentence of an empty list, and the filter that would show something. */
export function emptyWords(
  filters: DeskFilters,
  counts: Record<RowLight | 'all', number>,
): { words: string; light: RowLight | null; link: string | null } {
  if (filters.q) return { words: `没有找到“${filters.q}”。`, light: null, link: filters.light ? '看全部' : '清除筛选' };
  if (filters.light) {
    const next = LIGHTS.find((one) => one !== filters.light && counts[one] > 0) ?? null;
    const words = `没有${LIGHT_LABELS[filters.light]}的办件。`;
    return next ? { words, light: next, link: `看${LIGHT_LABELS[next]} ${counts[next]} 件` } : { words, light: null, link: null };
  }
  const words = { mine: '手上没有办件。', pool: '部门池里没有待签收的办件。', consultation: '没有要答复的征求意见。' } satisfies Record<
    InboxTab,
    string
  >;
  return { words: words[filters.tab], light: null, link: null };
}
