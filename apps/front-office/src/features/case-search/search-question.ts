import {
  isIsoDate,
  CASE_STATUSES,
  parseCaseNo,
  personalDataPath,
  parseIdentityNumber,
  parseCreditCode,
  type CaseStatus,
  type IsoDate,
} from '@onewindow/domain';

/** What the one field of 办件查询 was given. Numbers of persons never go into an address. */
export type Question =
  | { kind: 'caseNo'; caseNo: string }
  | { kind: 'identity'; number: string }
  | { kind: 'phone'; number: string }
  | { kind: 'name'; q: string }
  | { kind: 'nearly'; reason: string };

/** Reads what was typed or scanned: a case number, an identity number, a mobile number, else a name. */
export function readQuestion(text: string, today: IsoDate): Question {
  // In groups, with dashes, or in the wide figures of an input method: the number is the same.
  const bare = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  if (/^\d{19,23}$/.test(bare)) {
    const read = parseCaseNo(bare);
    return read.ok ? { kind: 'caseNo', caseNo: read.value.caseNo } : { kind: 'nearly', reason: read.reason };
  }
  if (/^\d{17}[\dX]$/.test(bare)) {
    const read = parseIdentityNumber(bare, today);
    return read.ok ? { kind: 'identity', number: bare } : { kind: 'nearly', reason: read.reason };
  }
  if (parseCreditCode(bare).ok) return { kind: 'identity', number: bare };
  const phone = /^(?:\+?86)?(1[3-9]\d{9})$/.exec(bare)?.[1];
  if (phone !== undefined) return { kind: 'phone', number: phone };
  if (personalDataPath(text) !== null) return { kind: 'nearly', reason: '只输证件号或手机号，不带别的字' };
  return { kind: 'name', q: text.trim() };
}

/** The filters that live in the address. */
export interface CaseFilters {
  q: string;
  status: CaseStatus[];
  from: IsoDate | null;
  to: IsoDate | null;
}

/** All cases. */
export const NO_FILTERS: CaseFilters = { q: '', status: [], from: null, to: null };

/** Filters from the address; what makes no sense is left out. */
export function readFilters(params: URLSearchParams): CaseFilters {
  const day = (name: string) => {
    const value = params.get(name);
    return value !== null && isIsoDate(value) ? value : null;
  };
  const wanted = (params.get('status') ?? '').split(',');
  return {
    q: (params.get('q') ?? '').slice(0, 60),
    status: CASE_STATUSES.filter((s) => wanted.includes(s)),
    from: day('from'),
    to: day('to'),
  };
}

/** The address of filters. */
export function writeFilters(filters: CaseFilters): URLSearchParams {
  const params = new URLSearchParams();
  if (filters.q !== '') params.set('q', filters.q);
  if (filters.status.length > 0) params.set('status', filters.status.join(','));
  if (filters.from) params.set('from', filters.from);
  if (filters.to) params.set('to', filters.to);
  return params;
}

/** How many rows are shown: of a look-up the latest, of the list what was fetched so far. */
export function countWords(shown: number, more: boolean, lookedUp: boolean): string | undefined {
  if (shown === 0) return undefined;
  if (!more) return `${shown} 件`;
  return lookedUp ? `最近 ${shown} 件` : `${shown} 件以上`;
}

/** Why the list is empty and what to try: the list is of the own hall; other halls' cases are found by a whole number alone (R11). */
export function nothingWords(filters: CaseFilters, lookUp: 'identity' | 'phone' | null): string {
  if (lookUp === 'identity') return '按这个号码没有找到办件。核对号码，或输受理编号。';
  if (lookUp === 'phone') return '本厅没有留这个手机号的办件。核对号码；别的厅的件只能按编号、证件号找。';
  const narrowed = filters.status.length > 0 || filters.from !== null || filters.to !== null;
  if (filters.q === '') return narrowed ? '本厅没有这个状态、这些日子的办件。' : '本厅还没有办件。';
  const tries = /^\d+$/.test(filters.q.replace(/\s/g, '')) ? '受理编号要输全 21 位' : '换个写法，或输全受理编号、证件号';
  return `本厅没有“${filters.q}”的办件${narrowed ? '（还按状态、日子筛选）' : ''}。${tries}；别的厅的件只能按编号、证件号找。`;
}
