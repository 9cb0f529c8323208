/** What is shown, as it stands in the address. */
export interface FollowUpFilters {
  readonly kind: 'all' | 'supplement' | 'deferred' | 'correction';
  readonly when: 'all' | 'late' | 'today' | 'later';
}

export const KIND_LABELS = { all: '全部', supplement: '补正', deferred: '容缺', correction: '审查补正' } as const satisfies Record<
  FollowUpFilters['kind'],
  string
>;
export const WHEN_LABELS = { all: '不限日子', late: '已过', today: '今天', later: '以后' } as const satisfies Record<
  FollowUpFilters['when'],
  string
>;

function oneOf<T extends string>(labels: Record<T, string>, value: string | null, otherwise: T): T {
  return value !== null && Object.hasOwn(labels, value) ? (value as T) : otherwise;
}

/** Filters from the address; what makes no sense is left out. */
export function readFollowUpFilters(params: URLSearchParams): FollowUpFilters {
  return { kind: oneOf(KIND_LABELS, params.get('kind'), 'all'), when: oneOf(WHEN_LABELS, params.get('when'), 'all') };
}

/** The address of filters and of the row that is looked at. */
export function writeFollowUpFilters({ kind, when }: FollowUpFilters, row: string | null = null): URLSearchParams {
  const params = new URLSearchParams();
  if (kind !== 'all') params.set('kind', kind);
  if (when !== 'all') params.set('when', when);
  if (row !== null) params.set('row', row);
  return params;
}

/** Does a day belong to the filter? */
export function isWhen(day: string, today: string, when: FollowUpFilters['when']): boolean {
  if (when === 'late') return day < today;
  if (when === 'today') return day === today;
  return when === 'later' ? day > today : true;
}
