import type { DeskFilter, light, inboxTab } from '@onewindow/contracts';
import { deskFilter } from '@onewindow/contracts';
import { dateWords, type IsoDate } from '@onewindow/domain';
import type { z } from 'zod';

export type InboxTab = z.output<typeof inboxTab>;
export type RowLight = z.output<typeof light>;

/** What the queue shows, kept in the address; null where nothing is asked for. */
export interface DeskFilters {
  tab: InboxTab;
  light: RowLight | null;
  q: string;
  itemId: string | null;
  stepName: string | null;
  /** Working days (R5.7). */
  minStalled: number | null;
  receivedFrom: IsoDate | null;
  receivedTo: IsoDate | null;
}

/** 代办 stands there only while the person stands in for somebody. */
export const TABS: readonly InboxTab[] = ['mine', 'delegated', 'pool', 'consultation'];
export const TAB_LABELS = {
  mine: '我的',
  delegated: '代办',
  pool: '部门池',
  consultation: '征求意见',
} as const satisfies Record<InboxTab, string>;

/** The lights as filter chips, worst first. */
export const LIGHTS: readonly RowLight[] = ['red', 'yellow', 'green', 'paused'];
export const LIGHT_LABELS = { red: '超期', yellow: '临期', green: '正常', paused: '暂停' } as const satisfies Record<RowLight, string>;

/** The whole of a tab. */
export function wholeOf(tab: InboxTab): DeskFilters {
  return { tab, light: null, q: '', itemId: null, stepName: null, minStalled: null, receivedFrom: null, receivedTo: null };
}

/** The filters beside tab, light and words, under their names in the address. */
const IN_ADDRESS = {
  itemId: 'item',
  stepName: 'step',
  minStalled: 'stalled',
  receivedFrom: 'from',
  receivedTo: 'to',
} as const satisfies Partial<Record<keyof DeskFilters, string>>;
const MORE = Object.keys(IN_ADDRESS) as (keyof typeof IN_ADDRESS)[];

/** Reads the filters from the address; what it does not know falls back to the plain list. */
export function readFilters(params: URLSearchParams): DeskFilters {
  const read = (key: keyof typeof IN_ADDRESS): unknown => {
    const value = params.get(IN_ADDRESS[key]);
    const parsed = deskFilter.shape[key].safeParse(key === 'minStalled' && value ? Number(value) : (value ?? undefined));
    return parsed.success ? (parsed.data ?? null) : null;
  };
  return {
    tab: TABS.find((tab) => tab === params.get('tab')) ?? 'mine',
    light: LIGHTS.find((one) => one === params.get('light')) ?? null,
    q: (params.get('q') ?? '').trim().slice(0, 60),
    ...(Object.fromEntries(MORE.map((key) => [key, read(key)])) as Pick<DeskFilters, (typeof MORE)[number]>),
  };
}

/** The address of filters; the plain list has a plain address. */
export function writeFilters(filters: DeskFilters): URLSearchParams {
  const params = new URLSearchParams();
  if (filters.tab !== 'mine') params.set('tab', filters.tab);
  if (filters.light) params.set('light', filters.light);
  if (filters.q) params.set('q', filters.q);
  for (const key of MORE) if (filters[key] !== null) params.set(IN_ADDRESS[key], String(filters[key]));
  return params;
}

/** The list's query for the API, and the form in which a search is saved: only what filters. */
export function listQuery({ tab, light: one, q, ...more }: DeskFilters): DeskFilter {
  const set = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== null));
  return { tab, ...(one ? { light: one } : {}), ...(q ? { q } : {}), ...set };
}

/** A saved search as the queue's filters. */
export function filtersOf({ tab, ...saved }: DeskFilter): DeskFilters {
  return { ...wholeOf(tab), ...saved };
}

/** Is anything asked for beside the tab? */
export function isFiltered(filters: DeskFilters): boolean {
  return Object.keys(listQuery(filters)).length > 1;
}

/** The filters in force that no chip of the lights shows, each with the filters without it. */
export function moreInForce(
  filters: DeskFilters,
  itemNameOf: (itemId: string) => string | undefined,
  today: IsoDate,
): { key: string; label: string; without: DeskFilters }[] {
  const { itemId, stepName, minStalled, receivedFrom, receivedTo, q } = filters;
  const received = (receivedFrom ?? receivedTo) ? `收件 ${periodWords(receivedFrom, receivedTo, today)}` : null;
  const chips = [
    { key: 'q', label: q ? `“${q}”` : null, without: { ...filters, q: '' } },
    { key: 'item', label: itemId ? (itemNameOf(itemId) ?? '一个事项') : null, without: { ...filters, itemId: null } },
    { key: 'step', label: stepName, without: { ...filters, stepName: null } },
    { key: 'stalled', label: minStalled ? `停滞 ≥ ${minStalled} 个工作日` : null, without: { ...filters, minStalled: null } },
    { key: 'received', label: received, without: { ...filters, receivedFrom: null, receivedTo: null } },
  ];
  return chips.flatMap(({ label, ...chip }) => (label === null ? [] : [{ ...chip, label }]));
}

/** 10-22 至 10-29, 10-22 起, 10-29 止. */
function periodWords(from: IsoDate | null, to: IsoDate | null, today: IsoDate): string {
  if (from === to && from) return dateWords(from, today);
  if (from && to) return `${dateWords(from, today)} 至 ${dateWords(to, today)}`;
  return from ? `${dateWords(from, today)} 起` : `${to ? dateWords(to, today) : ''} 止`;
}

/** The sentence of an empty list, and the filters that would show something. */
export function emptyWords(
  filters: DeskFilters,
  counts: Record<RowLight | 'all', number>,
): { words: string; link: { label: string; filters: DeskFilters } | null } {
  const whole = wholeOf(filters.tab);
  if (filters.q) return { words: `没有找到“${filters.q}”。`, link: { label: '清除筛选', filters: whole } };
  if (isFiltered({ ...filters, light: null })) return { words: '没有这样的办件。', link: { label: '清除筛选', filters: whole } };
  if (filters.light) {
    const next = LIGHTS.find((one) => one !== filters.light && counts[one] > 0) ?? null;
    const words = `没有${LIGHT_LABELS[filters.light]}的办件。`;
    return { words, link: next ? { label: `看${LIGHT_LABELS[next]} ${counts[next]} 件`, filters: { ...whole, light: next } } : null };
  }
  const words = {
    mine: '手上没有办件。',
    delegated: '没有要代办的办件。',
    pool: '部门池里没有待签收的办件。',
    consultation: '没有要答复的征求意见。',
  } satisfies Record<InboxTab, string>;
  return { words: words[filters.tab], link: null };
}
