import type { Endpoints, InputOf } from '@onewindow/contracts';
import {
  addCalendarDays,
  calendarDaysBetween,
  formatCaseNo,
  type IsoDate,
  LAST_CASE_SERIAL,
  parseCaseNo,
  parseOutageSpan,
  shanghaiToday,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { districtOf } from '../cases/index.js';
import { type Actor, Clock, Database, decodeCursor, hasRole, pageOf, selected, sql } from '../platform/index.js';
import type { SummaryRow } from './case.presenter.js';

type Query = InputOf<Endpoints['searchCases']>['query'];

const SUMMARY_COLUMNS = [
  'id',
  'caseNo',
  'itemName',
  'title',
  'applicantName',
  'status',
  'departmentId',
  'hallId',
  'receivedAt',
  'concludedAt',
  'acceptedOn',
  'decidedOn',
  'statutoryDue',
  'promisedDue',
  'statutoryProvisional',
  'promisedProvisional',
  'halts',
  'supplementCount',
  'deemedAccepted',
  'outageNo',
  'outageAt',
] as const satisfies readonly (keyof SummaryRow)[];

/** Columns of a list's row; aliases `c` (case) and `a` (applicant). */
export const SUMMARY_SELECT = `${selected('c', SUMMARY_COLUMNS)}, a.kind AS "applicantKind", a.identity_masked AS "applicantIdentityMasked"`;
export const SUMMARY_FROM = 'cases c LEFT JOIN applicant a ON a.id = c.applicant_id';

const APPLICANTS_BY_NAME = sql<{ id: string }>('SELECT id FROM applicant WHERE name >= $1 AND name < $2 LIMIT $3');
/** Up to here the applicants of a name are looked up one by one; beyond, the list itself is scanned, where they are frequent. */
const FEW_APPLICANTS = 300;
/** A serial is looked for on the days of this long. */
const SERIAL_DAYS = 400;

/** Collects the parameters of a statement built from the filters that are there. */
class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** 办件查询: the cases that the actor may see (R11), newest first, filtered; the scope is part of the statement. */
@Injectable()
export class CaseList {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** By the order of opening, or of receipt when a period is asked for: each has its indexes. */
  async find(actor: Actor, query: Query): Promise<{ rows: SummaryRow[]; nextCursor: string | null }> {
    const filter = await this.filterOf(actor, query);
    const scopes = filter === null ? [] : scopesOf(actor);
    if (filter === null || scopes.length === 0) return { rows: [], nextCursor: null };
    const byReceipt = query.from !== undefined || query.to !== undefined;
    const parameters = new Parameters();
    const conditions = filter.map((one) => one(parameters));
    const before = cursorOf(query.cursor, byReceipt, parameters);
    const limit = parameters.add(query.limit + 1);
    // Each scope walks its own index down from the newest; the pages of all are merged.
    const pages = scopes.map((scope) => {
      const { from, id, received } = scope;
      const keys = byReceipt ? [received, id] : [id];
      const all = [scope.where(parameters), ...(byReceipt ? periodOf(query, received, parameters) : []), ...conditions];
      if (before !== null) all.push(`(${keys.join(', ')}) < (${before})`);
      const order = keys.map((key) => `${key} DESC`).join(', ');
      return `(SELECT DISTINCT ${keys.join(', ')} FROM ${from} WHERE ${all.join(' AND ')} ORDER BY ${order} LIMIT ${limit})`;
    });
    const keys = byReceipt ? '(c.received_at, c.id)' : 'c.id';
    const order = byReceipt ? 'c.received_at DESC, c.id DESC' : 'c.id DESC';
    const text = `SELECT ${SUMMARY_SELECT} FROM ${SUMMARY_FROM} WHERE ${keys} IN (${pages.join(' UNION ')}) ORDER BY ${order} LIMIT ${limit}`;
    // Unnamed, so planned for these very values: a rare status, a rare item and a common name each want another index.
    const rows = await this.database.query<SummaryRow>({ name: '', text }, parameters.values);
    return pageOf(rows, query.limit, (row) => (byReceipt ? [row.receivedAt?.toISOString() ?? '', row.id] : [row.id]));
  }

  /** The filters as conditions; null when nothing can match. */
  private async filterOf(actor: Actor, query: Query): Promise<((parameters: Parameters) => string)[] | null> {
    const filter: ((parameters: Parameters) => string)[] = [];
    const { q, status, itemId, departmentId } = query;
    if (status !== undefined && status.length > 0) filter.push((p) => `c.status = ANY(${p.add(status)}::varchar[])`);
    if (itemId !== undefined) filter.push((p) => `c.item_id = ${p.add(itemId)}`);
    if (departmentId !== undefined) filter.push((p) => `c.department_id = ${p.add(departmentId)}`);
    if (q === undefined) return filter;
    const papers = parseOutageSpan(q);
    if (papers) return [...filter, (p) => `c.outage_no BETWEEN ${p.add(papers.from.text)} AND ${p.add(papers.through.text)}`];
    const digits = q.replace(/\s/g, '');
    if (/^\d{8,}$/.test(digits)) {
      const parsed = parseCaseNo(digits);
      if (!parsed.ok) return null;
      return [...filter, (p) => `c.case_no = ${p.add(parsed.value.caseNo)}`];
    }
    if (/^\d{1,7}$/.test(digits)) {
      const numbers = numbersOfSerial(digits, districtOf(actor), shanghaiToday(this.clock.now()), query);
      return numbers.length === 0 ? null : [...filter, (p) => `c.case_no = ANY(${p.add(numbers)}::varchar[])`];
    }
    const applicants = await this.database.query(APPLICANTS_BY_NAME, [q, `${q}\u{10FFFF}`, FEW_APPLICANTS + 1]);
    if (applicants.length > FEW_APPLICANTS) {
      return [
        ...filter,
        (p) => `c.applicant_name COLLATE "C" >= ${p.add(q)} AND c.applicant_name COLLATE "C" < ${p.add(`${q}\u{10FFFF}`)}`,
      ];
    }
    return applicants.length === 0 ? null : [...filter, (p) => `c.applicant_id = ANY(${p.add(applicants.map(({ id }) => id))}::uuid[])`];
  }
}

interface Scope {
  /** Tables with `c` for the case. */
  from: string;
  /** The case's id and its receipt, by which the scope's indexes are ordered. */
  id: string;
  received: string;
  where: (parameters: Parameters) => string;
}

/** R11, last paragraph: what a person may see, each way with the index that serves it. */
function scopesOf(actor: Actor): Scope[] {
  const scopes: Scope[] = [];
  const cases = { from: 'cases c', id: 'c.id', received: 'c.received_at' };
  const { hallId, departmentId } = actor;
  if (hasRole(actor, 'clerk') && hallId !== null) scopes.push({ ...cases, where: (p) => `c.hall_id = ${p.add(hallId)}` });
  if (hasRole(actor, 'approver', 'chief') && departmentId !== null) {
    scopes.push(
      { ...cases, where: (p) => `c.department_id = ${p.add(departmentId)} AND c.status <> 'draft'` },
      {
        from: 'review_task t JOIN cases c ON c.id = t.case_id',
        id: 't.case_id',
        received: 't.received_at',
        where: (p) => `t.department_id = ${p.add(departmentId)} AND t.is_foreign`,
      },
    );
  }
  if (hasRole(actor, 'supervisor')) {
    scopes.push({ ...cases, where: (p) => `c.district_code = ${p.add(districtOf(actor))} AND c.status <> 'draft'` });
  }
  return scopes;
}

/** Days in Shanghai (R1.4); a draft has none yet. */
function periodOf({ from, to }: Query, received: string, parameters: Parameters): string[] {
  const conditions: string[] = [];
  if (from !== undefined) conditions.push(`${received} >= (${parameters.add(from)}::date)::timestamp AT TIME ZONE 'Asia/Shanghai'`);
  if (to !== undefined) conditions.push(`${received} < (${parameters.add(to)}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'`);
  return conditions;
}

/** The keys of the last row shown, as parameters. */
function cursorOf(cursor: string | undefined, byReceipt: boolean, parameters: Parameters): string | null {
  if (cursor === undefined) return null;
  const keys = decodeCursor(cursor, byReceipt ? ['string', 'string'] : ['string']);
  const types = byReceipt ? ['timestamptz', 'uuid'] : ['uuid'];
  return keys.map((key, index) => `${parameters.add(key)}::${types[index] ?? 'text'}`).join(', ');
}

/** The numbers that a serial (with or without its check digit) can stand for on recent days: each is then found by its index. */
function numbersOfSerial(digits: string, district: string, today: IsoDate, { from, to }: Query): string[] {
  const serial = Number(digits.length === 7 ? digits.slice(0, 6) : digits);
  if (serial < 1 || serial > LAST_CASE_SERIAL) return [];
  const last = to !== undefined && to < today ? to : today;
  const first = from ?? addCalendarDays(last, -SERIAL_DAYS);
  const days = Math.min(calendarDaysBetween(first, last), SERIAL_DAYS);
  const numbers: string[] = [];
  for (let back = 0; back <= days; back += 1) numbers.push(formatCaseNo({ region: district, date: addCalendarDays(last, -back), serial }));
  return digits.length === 7 ? numbers.filter((number) => number.endsWith(digits)) : numbers;
}
