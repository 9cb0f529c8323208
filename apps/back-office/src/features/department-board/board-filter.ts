import type { boardScope, light } from '@onewindow/contracts';
import type { z } from 'zod';

export type BoardScope = z.output<typeof boardScope>;
export type BoardLight = z.output<typeof light>;

/** Which number of the board the list below opens, kept in the address. */
export interface BoardFilter {
  scope: BoardScope;
  /** Null: everybody's. */
  holderId: string | null;
  light: BoardLight | null;
  q: string;
}

export const WHOLE_POOL: BoardFilter = { scope: 'pool', holderId: null, light: null, q: '' };
const SCOPES: readonly BoardScope[] = ['pool', 'held', 'done'];
export const LIGHTS: readonly BoardLight[] = ['red', 'yellow', 'green', 'paused'];
export const LIGHT_LABELS = { red: '超期', yellow: '临期', green: '正常', paused: '暂停' } as const satisfies Record<BoardLight, string>;

/** Reads the filter from the address; what it does not know is left out. */
export function readBoardFilter(params: URLSearchParams): BoardFilter {
  const scope = SCOPES.find((one) => one === params.get('scope')) ?? 'pool';
  return {
    scope,
    holderId: scope === 'pool' ? null : params.get('holder'),
    light: scope === 'done' ? null : (LIGHTS.find((one) => one === params.get('light')) ?? null),
    q: (params.get('q') ?? '').trim().slice(0, 60),
  };
}

/** The address of a filter; the whole pool has a plain address. */
export function writeBoardFilter({ scope, holderId, light, q }: BoardFilter): URLSearchParams {
  const params = new URLSearchParams();
  if (scope !== 'pool') params.set('scope', scope);
  if (holderId) params.set('holder', holderId);
  if (light) params.set('light', light);
  if (q) params.set('q', q);
  return params;
}

/** The filter as the API takes it. */
export function boardQuery({ scope, holderId, light, q }: BoardFilter) {
  return { scope, ...(holderId ? { holderId } : {}), ...(light ? { light } : {}), ...(q ? { q } : {}) };
}

/** Whether a number of the board is the one that the list shows. */
export function isShown(filter: BoardFilter, number: Omit<BoardFilter, 'q'>): boolean {
  return filter.scope === number.scope && filter.holderId === number.holderId && filter.light === number.light;
}

/** What the list shows, in words. @param name of the officer */
export function listTitle({ scope, holderId, light }: BoardFilter, name: (id: string) => string): string {
  const whose = holderId ? name(holderId) : scope === 'pool' ? '部门池' : '各承办人';
  const what = scope === 'done' ? '今日办结' : light ? LIGHT_LABELS[light] : scope === 'pool' ? '' : '手上';
  return [whose, what].filter(Boolean).join(' ');
}
