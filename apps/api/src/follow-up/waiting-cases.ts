import type { ClockView, FollowUp, followUpCounts, followUpWhen } from '@onewindow/contracts';
import {
  AWAITING_STATUSES,
  caseActionsFor,
  type CaseStatus,
  earlierOf,
  type IsoDate,
  light,
  maskApplicantName,
  NO_CASE_FACTS,
  remaining,
  shanghaiDateOf,
  supplementExpectedOn,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { type HallCalendar, WorkingCalendars } from '../calendar/index.js';
import { isNameShown, type MaterialRead, MATERIALS_OF_CASES, missingMaterials, rolesOn } from '../case-view/index.js';
import { ItemVersions } from '../catalogue/index.js';
import { Organisation } from '../organisation/index.js';
import { type Actor, Database, decodeCursor, oneOf, pageOf } from '../platform/index.js';
import { CallNotes } from './call-notes.js';

type Counts = z.output<typeof followUpCounts>;
type When = z.output<typeof followUpWhen>;

/** Whose waiting cases: one of the ways by which a person sees cases (R11), each with its index. */
export type WaitingScope = { hallId: string } | { departmentId: string } | { districtCode: string };

export interface WaitingQuery {
  cursor?: string | undefined;
  limit: number;
  when?: readonly When[] | undefined;
  itemId?: string | undefined;
}

interface WaitingRow {
  id: string;
  status: CaseStatus;
  caseNo: string;
  itemName: string;
  itemVersionId: string;
  title: string;
  applicantName: string | null;
  applicantKind: 'natural' | 'legal';
  applicantPhone: string | null;
  agentPhone: string | null;
  departmentId: string;
  hallId: string;
  version: number;
  by: string;
  answers: Record<string, string | number | boolean>;
  form: Record<string, unknown>;
  servedAt: Date | null;
}

// As the index says it, so that the planner takes it.
const AWAITED = `c.status IN (${oneOf(AWAITING_STATUSES)}) AND c.supplement_by IS NOT NULL`;
const SELECT = `SELECT c.id, c.status, c.case_no AS "caseNo", c.item_name AS "itemName", c.item_version_id AS "itemVersionId", c.title,
    c.applicant_name AS "applicantName", a.kind AS "applicantKind", a.phone_masked AS "applicantPhone", c.agent_phone_masked AS "agentPhone",
    c.department_id AS "departmentId", c.hall_id AS "hallId", c.version, c.supplement_by AS by, c.answers, c.form,
    (SELECT max(n.issued_at) FROM notice n WHERE n.case_id = c.id AND n.kind = 'supplement') AS "servedAt"
  FROM cases c JOIN applicant a ON a.id = c.applicant_id`;
const WHEN = { late: '<', today: '=', later: '>' } as const satisfies Record<When, string>;

/** Cases that wait for papers after a supplement notice, the longest past their day first (R2.8). */
@Injectable()
export class WaitingCases {
  constructor(
    private readonly database: Database,
    private readonly versions: ItemVersions,
    private readonly organisation: Organisation,
    private readonly calendars: WorkingCalendars,
    private readonly calls: CallNotes,
  ) {}

  async find(
    actor: Actor,
    scope: WaitingScope,
    query: WaitingQuery,
  ): Promise<{ items: FollowUp[]; nextCursor: string | null; counts: Counts }> {
    const today = this.calendars.today();
    const [found, counts] = await Promise.all([this.rows(scope, query, today), this.counts(scope, query, today)]);
    const { rows, nextCursor } = pageOf(found, query.limit, (row) => [row.by, row.id]);
    return { items: await this.present(rows, actor, today), nextCursor, counts };
  }

  private rows(scope: WaitingScope, { cursor, limit, when, itemId }: WaitingQuery, today: IsoDate): Promise<WaitingRow[]> {
    const [where, values] = scopeOf(scope);
    const add = (value: unknown) => `$${values.push(value)}`;
    if (itemId !== undefined) where.push(`c.item_id = ${add(itemId)}`);
    if (when !== undefined && when.length > 0) {
      const day = add(today);
      where.push(`(${when.map((one) => `c.supplement_by ${WHEN[one]} ${day}::date`).join(' OR ')})`);
    }
    if (cursor !== undefined) {
      const [by, id] = decodeCursor(cursor, ['string', 'string']);
      where.push(`(c.supplement_by, c.id) > (${add(by)}::date, ${add(id)}::uuid)`);
    }
    const text = `${SELECT} WHERE ${where.join(' AND ')} ORDER BY c.supplement_by, c.id LIMIT ${add(limit + 1)}`;
    return this.database.query<WaitingRow>({ name: '', text }, values);
  }

  private async counts(scope: WaitingScope, { itemId }: WaitingQuery, today: IsoDate): Promise<Counts> {
    const [where, values] = scopeOf(scope);
    const add = (value: unknown) => `$${values.push(value)}`;
    const day = `${add(today)}::date`;
    if (itemId !== undefined) where.push(`c.item_id = ${add(itemId)}`);
    const text = `SELECT count(*)::int AS all, count(*) FILTER (WHERE c.supplement_by < ${day})::int AS late,
        count(*) FILTER (WHERE c.supplement_by = ${day})::int AS today, count(*) FILTER (WHERE c.supplement_by > ${day})::int AS later
      FROM cases c WHERE ${where.join(' AND ')}`;
    const [row] = await this.database.query<Counts>({ name: '', text }, values);
    return row ?? { all: 0, late: 0, today: 0, later: 0 };
  }

  private async present(rows: readonly WaitingRow[], actor: Actor, today: IsoDate): Promise<FollowUp[]> {
    const ids = rows.map(({ id }) => id);
    const [materials, calls, units, calendar] = await Promise.all([
      ids.length === 0 ? [] : this.database.query(MATERIALS_OF_CASES, [ids]),
      this.calls.latest(ids),
      this.organisation.snapshot({ halls: rows.map((row) => row.hallId), departments: rows.map((row) => row.departmentId) }),
      this.calendars.current(),
    ]);
    const byCase = Map.groupBy<string, MaterialRead & { caseId: string }>(materials, ({ caseId }) => caseId);
    return await Promise.all(
      rows.map(async (row): Promise<FollowUp> => {
        const version = await this.versions.get(row.itemVersionId);
        const missing = missingMaterials({ row, version, materials: byCase.get(row.id) ?? [], today });
        const name = row.applicantName ?? '';
        return {
          caseId: row.id,
          caseNo: row.caseNo,
          itemName: row.itemName,
          title: row.title,
          applicantName: isNameShown(actor, row) ? name : maskApplicantName(row.applicantKind, name),
          department: units.departmentRef(row.departmentId),
          hall: units.hallRef(row.hallId),
          version: row.version,
          phone: phoneOf(row),
          by: row.by,
          clock: clockOf(row, today, calendar),
          servedAt: row.servedAt?.toISOString() ?? null,
          materials: missing.map((one) => ({
            ...one,
            reviewPoints: version.definition.materials.find(({ code }) => code === one.code)?.reviewPoints ?? [],
          })),
          lastCall: calls.get(row.id) ?? null,
          actions: caseActionsFor({ status: row.status, roles: rolesOn(actor, row), facts: NO_CASE_FACTS }).filter(
            ({ action }) => action === 'terminate',
          ),
        };
      }),
    );
  }
}

function scopeOf(scope: WaitingScope): [where: string[], values: unknown[]] {
  const [column, value] =
    'hallId' in scope
      ? ['hall_id', scope.hallId]
      : 'departmentId' in scope
        ? ['department_id', scope.departmentId]
        : ['district_code', scope.districtCode];
  return [[`c.${column} = $1`, AWAITED], [value]];
}

/** The agent acts for the applicant, so the agent is called. */
function phoneOf({ agentPhone, applicantPhone }: WaitingRow): FollowUp['phone'] {
  if (agentPhone !== null) return { field: 'agentPhone', masked: agentPhone };
  return applicantPhone === null ? null : { field: 'applicantPhone', masked: applicantPhone };
}

/** Working days to the day (R3.2's way of counting), with their light. */
function clockOf({ by, servedAt }: WaitingRow, today: IsoDate, calendar: HallCalendar): ClockView {
  const provisional = servedAt !== null && supplementExpectedOn({ servedOn: shanghaiDateOf(servedAt), calendar }).provisional;
  const left = remaining(today, { start: earlierOf(by, today), due: by, calendar, today });
  return { due: by, remaining: left, light: light([left], calendar.lights), provisional };
}
