import type { ConsultationTab } from '@onewindow/contracts';

export const TABS = ['open', 'answered', 'deemed'] as const satisfies readonly ConsultationTab[];
export const TAB_LABELS = { open: '待答复', answered: '已答复', deemed: '视为无意见' } as const satisfies Record<ConsultationTab, string>;
const LONGEST = 60;

export interface ConsultationsFilter {
  tab: ConsultationTab;
  q: string;
}

/** The filter that stands in the address; what is not one of it is left out. */
export function readFilter(params: URLSearchParams): ConsultationsFilter {
  return { tab: TABS.find((tab) => tab === params.get('tab')) ?? 'open', q: (params.get('q') ?? '').slice(0, LONGEST) };
}

/** The address of a filter: `?tab=deemed&q=…`; nothing for the open list. */
export function writeFilter({ tab, q }: ConsultationsFilter): string {
  const params = new URLSearchParams();
  if (tab !== 'open') params.set('tab', tab);
  if (q !== '') params.set('q', q);
  const search = params.toString();
  return search === '' ? '' : `?${search}`;
}
