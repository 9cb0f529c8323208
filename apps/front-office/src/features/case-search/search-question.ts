import {
  isIsoDate,
  CASE_STATUSES,
  parseCaseNo,
  parseItemCode,
  parseOutageSpan,
  personalDataPath,
  readScan,
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

/** Up to here digits alone are the serial at the end of a case number, which the list is searched by. */
const LONGEST_SERIAL = 7;
/** Region and day, as a case number begins: one that is not whole, or a person's number cut short. */
const BEGUN_CASE_NO = /^\d{6}20\d{6}\d*$/;
/** Passports, papers from Hong Kong, Macao and Taiwan, and others: letters and figures in one piece, some with their check in brackets. */
const OTHER_PAPER = /^(?=.*\d)[0-9A-Z()]{5,40}$/;

/**
 * Reads what was typed or scanned: a case number, the number of a person's paper, a mobile number, else a name. What may be somebody's number
 * is never taken for a name, which stands in the address (R10.2).
 */
export function readQuestion(text: string, today: IsoDate): Question {
  // In groups, with dashes, or in the wide figures of an input method: the number is the same.
  const bare = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  if (/^\d{19,23}$/.test(bare)) {
    const read = parseCaseNo(bare);
    return read.ok ? { kind: 'caseNo', caseNo: read.value.caseNo } : { kind: 'nearly', reason: read.reason };
  }
  const scan = readScan(bare, today);
  if (scan.kind === 'identityNumber' && scan.check.state === 'bad') return { kind: 'nearly', reason: scan.check.reason ?? '' };
  // R8.2: a company is known by its code also where that fails its check.
  if (scan.kind === 'identityNumber' || scan.kind === 'creditCode') return { kind: 'identity', number: bare };
  const phone = /^(?:\+?86)?(1[3-9]\d{9})$/.exec(bare)?.[1];
  if (phone !== undefined) return { kind: 'phone', number: phone };
  if (BEGUN_CASE_NO.test(bare)) return { kind: 'nearly', reason: '没有输全：受理编号 21 位，证件号 18 位' };
  if (isOtherPaper(text, bare)) return { kind: 'identity', number: bare };
  if (personalDataPath(text) !== null) return { kind: 'nearly', reason: '只输证件号或手机号，不带别的字' };
  return { kind: 'name', q: text.trim() };
}

/** Not what the list itself is searched by: paper numbers of an outage, serials, codes of items. */
function isOtherPaper(text: string, bare: string): boolean {
  if (/\s/.test(text.trim()) || !OTHER_PAPER.test(bare)) return false;
  if (parseOutageSpan(text) || parseItemCode(bare).ok) return false;
  return !(/^\d+$/.test(bare) && bare.length <= LONGEST_SERIAL);
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
