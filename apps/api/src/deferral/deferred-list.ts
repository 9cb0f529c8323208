import type { ClockView, DeferredWaiting, Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { type IsoDate, light, maskApplicantName, OWING_STATUSES, remaining, unkeptOn } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type FileRead, presentFile } from '../case-view/index.js';
import { ItemVersions } from '../catalogue/index.js';
import { type HallCalendar, WorkingCalendars } from '../calendar/index.js';
import { type Actor, Database, decodeCursor, oneOf, pageOf, sql } from '../platform/index.js';

interface Row {
  caseId: string;
  caseNo: string;
  version: number;
  itemName: string;
  itemVersionId: string;
  applicantName: string;
  applicantKind: 'natural' | 'legal';
  phoneMasked: string | null;
  code: string;
  materialName: string;
  promisedOn: string;
  dueOn: string;
  arrivedOn: string | null;
  unkeptOn: string | null;
}

/** Still owed: the case goes on and was not denied (R4.4). */
const OWED = `FROM deferred_material d JOIN cases c ON c.id = d.case_id
   WHERE d.settled_at IS NULL AND c.status IN (${oneOf(OWING_STATUSES)}) AND c.decision IS DISTINCT FROM 'deny'`;
/** `$1` hall. */
const WAITING = `${OWED} AND d.hall_id = $1`;

/** One page, the nearest day first. */
const listOf = (which: string, limit: string): string =>
  `SELECT w.*, a.kind AS "applicantKind", a.phone_masked AS "phoneMasked"
     FROM (SELECT d.case_id AS "caseId", c.case_no AS "caseNo", c.version, c.item_name AS "itemName", c.item_version_id AS "itemVersionId", c.applicant_name AS "applicantName",
                  d.applicant_id, d.code, d.material_name AS "materialName", d.promised_on AS "promisedOn", d.due_on AS "dueOn",
                  d.arrived_on AS "arrivedOn", d.unkept_on AS "unkeptOn"
             ${which} ORDER BY d.due_on, d.case_id, d.code LIMIT ${limit}) w
     JOIN applicant a ON a.id = w.applicant_id ORDER BY w."dueOn", w."caseId", w.code`;

const LIST = sql<Row>(listOf(`${WAITING} AND ($2::date IS NULL OR (d.due_on, d.case_id, d.code) > ($2::date, $3::uuid, $4::text))`, '$5'));
const OF_CASE = sql<Row>(listOf(`${OWED} AND d.case_id = $1`, '100'));
const FILES = sql<FileRead & { caseId: string }>(
  `SELECT case_id AS "caseId", id, material_code AS "materialCode", name, media_type AS "mediaType", size, sha256
     FROM case_file WHERE case_id = ANY($1::uuid[]) AND material_code IS NOT NULL ORDER BY id`,
);
const COUNT = sql<{ all: number; overdue: number }>(
  `SELECT count(*)::integer AS all, (count(*) FILTER (WHERE d.due_on < $2::date))::integer AS overdue ${WAITING}`,
);

/** 跟进: the deferred materials that this hall still waits for, the nearest day first. */
@Injectable()
export class DeferredList {
  constructor(
    private readonly database: Database,
    private readonly calendars: WorkingCalendars,
    private readonly versions: ItemVersions,
  ) {}

  async list(actor: Actor, { query }: InputOf<Endpoints['listDeferred']>): Promise<ResponseOf<Endpoints['listDeferred']>> {
    const after = query.cursor ? decodeCursor(query.cursor, ['string', 'string', 'string']) : [null, null, null];
    const [found, [counts]] = await Promise.all([
      this.database.query(LIST, [actor.hallId, ...after, query.limit + 1]),
      this.database.query(COUNT, [actor.hallId, this.calendars.today()]),
    ]);
    const { rows, nextCursor } = pageOf(found, query.limit, (row) => [row.dueOn, row.caseId, row.code]);
    return { items: await this.present(rows), nextCursor, counts: counts ?? { all: 0, overdue: 0 } };
  }

  /** What one case still owes. The caller asks who may see it. */
  async ofCase(caseId: string): Promise<DeferredWaiting[]> {
    return await this.present(await this.database.query(OF_CASE, [caseId]));
  }

  private async present(rows: readonly Row[]): Promise<DeferredWaiting[]> {
    const [today, calendar] = [this.calendars.today(), await this.calendars.current()];
    const versions = await Promise.all(rows.map((row) => this.versions.get(row.itemVersionId)));
    const files = rows.length === 0 ? [] : await this.database.query(FILES, [rows.map((row) => row.caseId)]);
    return rows.map(({ applicantKind, applicantName, itemVersionId: _version, ...row }, at) => ({
      ...row,
      files: files.filter((file) => file.caseId === row.caseId && file.materialCode === row.code).map(presentFile),
      reviewPoints: versions[at]?.definition.materials.find(({ code }) => code === row.code)?.reviewPoints ?? [],
      applicantName: maskApplicantName(applicantKind, applicantName),
      clock: clockOf(row, today, calendar),
      // R4.4: what the sweep has not written yet is no less unkept.
      unkeptOn: row.unkeptOn ?? (row.arrivedOn === null && today > row.dueOn ? unkeptOn(row.dueOn) : null),
      actions: [{ action: 'takeInDeferred', allowed: true }],
    }));
  }
}

/** Working days to the day of the promise (R1.4: the day itself still counts). */
function clockOf({ promisedOn, dueOn }: Pick<Row, 'promisedOn' | 'dueOn'>, today: IsoDate, calendar: HallCalendar): ClockView {
  const left = remaining(today, { start: promisedOn, due: dueOn, calendar, today });
  return { due: dueOn, remaining: left, light: light([left], calendar.lights), provisional: false };
}
