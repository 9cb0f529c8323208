import type { AwaitedCorrection, Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { awaitedPoints, maskApplicantName } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { isNameShown } from '../case-view/index.js';
import { ItemVersions } from '../catalogue/index.js';
import { Organisation } from '../organisation/index.js';
import { type Actor, Database, decodeCursor, pageOf, sql } from '../platform/index.js';
import type { Correction } from './correction.entity.js';
import { enteredField } from './correction-points.js';
import { CORRECTION_COLUMNS, CorrectionShelf } from './correction-shelf.js';

interface Row extends Correction {
  caseNo: string;
  itemName: string;
  itemVersionId: string;
  title: string;
  applicantName: string | null;
  applicantKind: 'natural' | 'legal';
  applicantPhone: string | null;
  agentPhone: string | null;
  departmentId: string;
  version: number;
  form: Record<string, unknown>;
}

/** A request of a case that was decided meanwhile is waited for no more. */
const OPEN = `FROM correction k JOIN cases c ON c.id = k.case_id WHERE k.status = 'open' AND c.status = 'accepted'`;
/** `$1` hall. */
const AWAITED = `${OPEN} AND k.hall_id = $1`;
/** One page, the nearest day first. */
const listOf = (which: string, limit: string): string =>
  `SELECT w.*, a.kind AS "applicantKind", a.phone_masked AS "applicantPhone" FROM (
     SELECT ${CORRECTION_COLUMNS}, c.case_no AS "caseNo", c.item_name AS "itemName", c.item_version_id AS "itemVersionId", c.title,
            c.applicant_id, c.applicant_name AS "applicantName", c.agent_phone_masked AS "agentPhone", c.department_id AS "departmentId",
            c.version, c.form
       ${which} ORDER BY k.due_on, k.id LIMIT ${limit}) w
   JOIN applicant a ON a.id = w.applicant_id ORDER BY w."dueOn", w.id`;
const LIST = sql<Row>(listOf(`${AWAITED} AND ($2::date IS NULL OR (k.due_on, k.id) > ($2::date, $3::uuid))`, '$4'));
/** 一件事: a bundle has one receipt, so it is asked for what its children wait for. */
const OF_CASE = sql<Row>(
  listOf(`${OPEN} AND k.case_id IN (SELECT $1::uuid UNION ALL SELECT child_case_id FROM bundle_child WHERE parent_case_id = $1)`, '20'),
);
const COUNT = sql<{ all: number; late: number }>(
  `SELECT count(*)::int AS all, (count(*) FILTER (WHERE k.due_on < $2::date))::int AS late ${AWAITED}`,
);

/** 跟进: the corrections that this hall still waits for, the nearest day first. */
@Injectable()
export class AwaitedCorrections {
  constructor(
    private readonly database: Database,
    private readonly calendars: WorkingCalendars,
    private readonly organisation: Organisation,
    private readonly versions: ItemVersions,
    private readonly shelf: CorrectionShelf,
  ) {}

  async list(actor: Actor, { query }: InputOf<Endpoints['listCorrections']>): Promise<ResponseOf<Endpoints['listCorrections']>> {
    const after = query.cursor === undefined ? [null, null] : decodeCursor(query.cursor, ['string', 'string']);
    const [found, [counts]] = await Promise.all([
      this.database.query(LIST, [actor.hallId, ...after, query.limit + 1]),
      this.database.query(COUNT, [actor.hallId, this.calendars.today()]),
    ]);
    const { rows, nextCursor } = pageOf(found, query.limit, (row) => [row.dueOn, row.id]);
    return { items: await this.present(actor, rows), nextCursor, counts: counts ?? { all: 0, late: 0 } };
  }

  /** What one case, or a bundle's children, wait for. The caller asks who may see it. */
  async ofCase(actor: Actor, caseId: string): Promise<AwaitedCorrection[]> {
    return await this.present(actor, await this.database.query(OF_CASE, [caseId]));
  }

  private async present(actor: Actor, rows: readonly Row[]): Promise<AwaitedCorrection[]> {
    const [views, units] = await Promise.all([
      this.shelf.present(this.database, rows),
      this.organisation.snapshot({ departments: rows.map((row) => row.departmentId) }),
    ]);
    const items = await Promise.all(
      rows.map(async (row, at): Promise<AwaitedCorrection[]> => {
        const view = views[at];
        if (!view) return [];
        const { definition } = await this.versions.get(row.itemVersionId);
        const name = row.applicantName ?? '';
        const open = awaitedPoints(row.points, row.brought ?? []);
        const { id, caseId, taskId, stepName, status, askedBy, askedAt, dueOn, clock, points, stopsClock, closedAt, closedBy } = view;
        return [
          {
            ...{ id, caseId, taskId, stepName, status, askedBy, askedAt, dueOn, clock, points, stopsClock, closedAt, closedBy },
            caseNo: row.caseNo,
            itemName: row.itemName,
            title: row.title,
            applicantName: isNameShown(actor, row) ? name : maskApplicantName(row.applicantKind, name),
            department: units.departmentRef(row.departmentId),
            phone: phoneOf(row),
            version: row.version,
            fields: open.flatMap(({ kind, key }) => (kind === 'field' ? (enteredField(row, definition, key) ?? []) : [])),
          },
        ];
      }),
    );
    return items.flat();
  }
}

/** The agent acts for the applicant, so the agent is called. */
function phoneOf({ agentPhone, applicantPhone }: Row): AwaitedCorrection['phone'] {
  if (agentPhone !== null) return { field: 'agentPhone', masked: agentPhone };
  return applicantPhone === null ? null : { field: 'applicantPhone', masked: applicantPhone };
}
