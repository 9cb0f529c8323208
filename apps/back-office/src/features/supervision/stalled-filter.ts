import { HEAT_BUCKETS, type HeatBucketKey } from '@onewindow/domain';

/** The clock by which remaining days are counted. */
export type ClockName = 'promised' | 'statutory' | 'step';

/** What the list of 督查台 shows, kept in the address. */
export interface StalledFilter {
  departmentIds: readonly string[];
  /** Working days without action (R5.7); 0 lists all open work. */
  minStalled: number;
  clock: ClockName;
  buckets: readonly HeatBucketKey[];
  holderId: string | null;
  q: string;
}

export const CLOCKS: readonly { value: ClockName; label: string }[] = [
  { value: 'promised', label: '承诺' },
  { value: 'statutory', label: '法定' },
  { value: 'step', label: '环节' },
];

/** The counts of the strip and the columns of the heat map that each stands for; none stands for all. */
export const COUNT_GROUPS = {
  all: [],
  red: ['over6', 'over3', 'over1'],
  today: ['today'],
  soon: ['left1', 'left2'],
  green: ['left3', 'left6', 'left11'],
  paused: ['paused'],
} as const satisfies Record<string, readonly HeatBucketKey[]>;
export type CountGroup = keyof typeof COUNT_GROUPS;
export const COUNT_LABELS = {
  all: '在办',
  red: '超期',
  today: '今天到期',
  soon: '剩 1–2 天',
  green: '正常',
  paused: '暂停',
} as const satisfies Record<CountGroup, string>;

const listIn = (params: URLSearchParams, name: string) => (params.get(name) ?? '').split(',').filter(Boolean);

/** Reads the filter from the address; what it does not know is left out. @param stalledAfter working days (R5.7): the list without a filter */
export function readStalledFilter(params: URLSearchParams, stalledAfter: number): StalledFilter {
  const days = Number(params.get('stalled') ?? stalledAfter);
  return {
    departmentIds: listIn(params, 'departments'),
    minStalled: Number.isInteger(days) && days >= 0 && days <= 60 ? days : stalledAfter,
    clock: CLOCKS.find(({ value }) => value === params.get('clock'))?.value ?? 'promised',
    buckets: HEAT_BUCKETS.map(({ key }) => key).filter((key) => listIn(params, 'left').includes(key)),
    holderId: params.get('holder'),
    q: (params.get('q') ?? '').trim().slice(0, 60),
  };
}

/** The address of a filter; the plain list has a plain address. */
export function writeStalledFilter(filter: StalledFilter, stalledAfter: number): URLSearchParams {
  const params = new URLSearchParams();
  if (filter.departmentIds.length > 0) params.set('departments', filter.departmentIds.join(','));
  if (filter.minStalled !== stalledAfter) params.set('stalled', String(filter.minStalled));
  if (filter.clock !== 'promised') params.set('clock', filter.clock);
  if (filter.buckets.length > 0) params.set('left', filter.buckets.join(','));
  if (filter.holderId) params.set('holder', filter.holderId);
  if (filter.q) params.set('q', filter.q);
  return params;
}

/** The filter as the API takes it. */
export function stalledQuery(filter: StalledFilter) {
  return {
    minStalled: filter.minStalled,
    clock: filter.clock,
    ...(filter.departmentIds.length > 0 ? { departmentIds: filter.departmentIds.join(',') } : {}),
    ...(filter.buckets.length > 0 ? { buckets: filter.buckets.join(',') } : {}),
    ...(filter.holderId ? { holderId: filter.holderId } : {}),
    ...(filter.q ? { q: filter.q } : {}),
  };
}

/** A number of the region: of which departments and columns, none standing for all. */
export type Figure = Pick<StalledFilter, 'departmentIds' | 'buckets'>;

/** R10.4: the filter that finds what a number counts. The numbers know nothing of words, officers and days without action. */
export function figureFilter(clock: ClockName, { departmentIds, buckets }: Figure): StalledFilter {
  return { departmentIds, buckets, clock, minStalled: 0, holderId: null, q: '' };
}

/** Whether the list shows just what a number counts. */
export function isFigure(filter: StalledFilter, figure: Figure): boolean {
  return writeStalledFilter(filter, 0).toString() === writeStalledFilter(figureFilter(filter.clock, figure), 0).toString();
}

/** Which count of the strip the filter is, if it is one. */
export function countGroupOf(filter: StalledFilter): CountGroup | null {
  const groups = Object.keys(COUNT_GROUPS) as CountGroup[];
  return groups.find((group) => isFigure(filter, { departmentIds: [], buckets: COUNT_GROUPS[group] })) ?? null;
}

/** A filter in force, as a chip that takes it away. */
export interface FilterInForce {
  key: 'stalled' | 'departments' | 'left' | 'holder' | 'q';
  label: string;
  without: StalledFilter;
}

/**
 * The filters in force as chips.
 * @param names how to say departments and holders; `departments` gets the count alone when the names would not fit
 */
export function filtersInForce(
  filter: StalledFilter,
  names: { departments: (ids: readonly string[]) => string; holder: (id: string) => string },
): FilterInForce[] {
  const chips: FilterInForce[] = [];
  if (filter.minStalled > 0)
    chips.push({ key: 'stalled', label: `停滞 ≥ ${filter.minStalled} 个工作日`, without: { ...filter, minStalled: 0 } });
  if (filter.departmentIds.length > 0) {
    chips.push({ key: 'departments', label: names.departments(filter.departmentIds), without: { ...filter, departmentIds: [] } });
  }
  if (filter.buckets.length > 0) chips.push({ key: 'left', label: bucketsLabel(filter.buckets), without: { ...filter, buckets: [] } });
  if (filter.holderId) chips.push({ key: 'holder', label: names.holder(filter.holderId), without: { ...filter, holderId: null } });
  if (filter.q) chips.push({ key: 'q', label: `“${filter.q}”`, without: { ...filter, q: '' } });
  return chips;
}

/** Why nothing is listed: the words that were looked for first, then how long nothing has moved. */
export function emptyWords({ q, minStalled }: Pick<StalledFilter, 'q' | 'minStalled'>): string {
  if (q) return minStalled > 0 ? `停滞 ${minStalled} 个工作日以上的办件里没有找到“${q}”。` : `没有找到“${q}”。`;
  return minStalled > 0 ? `没有停滞 ${minStalled} 个工作日以上的办件。` : '没有这样的办件。';
}

function bucketsLabel(buckets: readonly HeatBucketKey[]): string {
  const group = (Object.keys(COUNT_GROUPS) as CountGroup[]).find(
    (name) => COUNT_GROUPS[name].length > 0 && COUNT_GROUPS[name].join(',') === buckets.join(','),
  );
  if (group) return COUNT_LABELS[group];
  return HEAT_BUCKETS.filter(({ key }) => buckets.includes(key))
    .map(({ label }) => label)
    .join('、');
}
