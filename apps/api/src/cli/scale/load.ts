import { addCalendarDays, formatCaseNo, type IsoDate, publishedCalendar } from '@onewindow/domain';
import pg from 'pg';
import type { Applicant } from '../../applicants/index.js';
import { CASE_COLUMNS, type CaseEvent, type CaseFile, type CaseMaterial, EVENT_COLUMNS } from '../../cases/index.js';
import { PROCEDURE_COLUMNS, type SpecialProcedure } from '../../clocks/index.js';
import { newId, type Sealer } from '../../platform/index.js';
import type { Pickup, Result } from '../../results/index.js';
import { type ReviewTask, TASK_COLUMNS } from '../../review/index.js';
import { CopyWriter } from './copy-writer.js';
import { Random } from './random.js';
import { makeCase, type ScaledCase } from './scaled-case.js';
import { makeApplicant, readWorld, type World } from './world.js';

export interface LoadInput {
  url: string;
  cases: number;
  /** How many of them are still open. */
  open: number;
  today: IsoDate;
  sealer: Sealer;
  /** SHA-256, size and type of a file that is in the store: what every made-up material shows. */
  file: { sha256: string; size: number; mediaType: string };
  progress(written: number): void;
}

const YEARS_BACK = 3;
const OPEN_DAYS_BACK = 30;
/** A person applies about three times in the years. */
const CASES_PER_APPLICANT = 3;
const SIGNATURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

async function openWriters(url: string) {
  return {
    applicants: await CopyWriter.open<Applicant>(url, 'applicant', [
      'id',
      'kind',
      'name',
      'identityType',
      'identitySealed',
      'identityIndex',
      'identityMasked',
      'creditGrade',
      'createdAt',
      'updatedAt',
    ]),
    cases: await CopyWriter.open<ScaledCase['row']>(url, 'cases', CASE_COLUMNS),
    events: await CopyWriter.open<CaseEvent>(url, 'case_event', EVENT_COLUMNS),
    tasks: await CopyWriter.open<ReviewTask>(url, 'review_task', TASK_COLUMNS),
    procedures: await CopyWriter.open<SpecialProcedure>(url, 'special_procedure', PROCEDURE_COLUMNS),
    materials: await CopyWriter.open<CaseMaterial>(url, 'case_material', [
      'caseId',
      'code',
      'verdict',
      'trustLevel',
      'receivedAt',
      'judgedBy',
    ]),
    files: await CopyWriter.open<CaseFile>(url, 'case_file', [
      'id',
      'caseId',
      'materialCode',
      'name',
      'mediaType',
      'size',
      'sha256',
      'addedBy',
      'addedAt',
    ]),
    results: await CopyWriter.open<Result>(url, 'result', [
      'id',
      'caseId',
      'name',
      'number',
      'electronic',
      'denial',
      'issuedAt',
      'place',
      'content',
    ]),
    pickups: await CopyWriter.open<Pickup>(url, 'pickup', [
      'id',
      'caseId',
      'resultId',
      'hallId',
      'at',
      'method',
      'relation',
      'collectorName',
      'collectorIdentitySealed',
      'collectorIdentityMasked',
      'signaturePng',
      'handedOverBy',
    ]),
  };
}
type Open = Awaited<ReturnType<typeof openWriters>>;

/** Fills the database by COPY with concluded and open cases, oldest first. @returns rows written by table */
export async function loadCases(input: LoadInput): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: input.url, application_name: 'onewindow-scale' });
  await client.connect();
  try {
    const world = await readWorld(client);
    const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM applicant');
    const taken = await takenSerials(client, world.districtCode);
    const writers = await openWriters(input.url);
    try {
      await writeAll(input, world, rows[0]?.n ?? 0, taken, writers);
    } catch (error) {
      for (const writer of Object.values(writers)) await writer.abandon();
      throw error;
    }
    for (const writer of Object.values(writers)) await writer.close();
    await keepSerials(client, world.districtCode, taken);
    // Lists and counts read indexes alone only where the rows are known to be visible.
    await client.query('VACUUM (ANALYZE)');
    return Object.fromEntries(Object.entries(writers).map(([name, writer]) => [name, writer.rows]));
  } finally {
    await client.end();
  }
}

/** @param taken last serial of each day; moved on */
async function writeAll(
  input: LoadInput,
  world: World,
  applicantsThere: number,
  taken: Map<IsoDate, number>,
  writers: Open,
): Promise<void> {
  const random = new Random(20261101 + applicantsThere);
  const calendar = publishedCalendar();
  const days = workingDays(input.today, calendar);
  const applicants: Applicant[] = [];
  let serialOfApplicant = applicantsThere;
  const concluded = input.cases - input.open;
  for (let i = 0; i < input.cases; i += 1) {
    const isOpen = i >= concluded;
    const day = isOpen
      ? days.recent[Math.floor(((i - concluded) / input.open) * days.recent.length)]
      : days.past[Math.floor((i / concluded) * days.past.length)];
    if (!day) throw new Error('No working day to date a case to');
    const receivedAt = new Date(Date.parse(`${day}T01:00:00.000Z`) + random.between(0, 8 * 3600 - 1) * 1000);
    if (applicants.length === 0 || i % CASES_PER_APPLICANT === 0) {
      const made = makeApplicant((serialOfApplicant += 1), random, input.sealer, receivedAt);
      applicants.push(made);
      if (applicants.length > 1000) applicants.shift();
      await writers.applicants.add(made);
    }
    const serial = (taken.get(day) ?? 0) + 1;
    taken.set(day, serial);
    const applicant = random.pick(applicants);
    const caseNo = formatCaseNo({ region: world.districtCode, date: day, serial });
    const [item, dates] = [random.pick(world.items), { receivedAt, receivedOn: day, today: input.today }];
    const made = makeCase({ world, item, applicant, caseNo, ...dates, open: isOpen, calendar, random });
    await write(writers, made, applicant, input);
    if (i % 10_000 === 9_999) input.progress(i + 1);
  }
}

async function write(
  writers: Open,
  { row, tasks, events, procedure, clerk, materialCodes }: ScaledCase,
  applicant: Applicant,
  { file }: LoadInput,
): Promise<void> {
  await writers.cases.add(row);
  for (const event of events) await writers.events.add(event);
  for (const task of tasks) await writers.tasks.add(task);
  if (procedure) await writers.procedures.add(procedure);
  for (const code of materialCodes) {
    await writers.materials.add({
      caseId: row.id,
      code,
      verdict: 'qualified',
      defect: null,
      faultyPoints: null,
      trustLevel: 'B',
      dueOn: null,
      receivedAt: row.receivedAt,
      judgedBy: clerk.id,
      libraryId: null,
      libraryVersion: null,
      issuedOn: null,
      validThrough: null,
    });
    await writers.files.add({
      id: newId(),
      caseId: row.id,
      materialCode: code,
      name: `${code}.pdf`,
      ...file,
      addedBy: clerk.id,
      addedAt: row.receivedAt ?? row.createdAt,
      libraryId: null,
    });
  }
  if (row.status !== 'concluded' || !row.readyAt || !row.concludedAt) return;
  const result = {
    id: newId(),
    caseId: row.id,
    name: row.itemName.slice(0, 50),
    number: `历〔${row.acceptedOn?.slice(0, 4)}〕${row.caseNo}`,
    electronic: false,
    denial: false,
    validFrom: null,
    validUntil: null,
    issuedAt: row.readyAt,
    issuedBy: null,
    place: '1 号窗口 A 柜',
    content: {},
    problem: null,
    fileId: null,
  };
  await writers.results.add(result);
  await writers.pickups.add({
    id: newId(),
    caseId: row.id,
    resultId: result.id,
    hallId: row.hallId,
    at: row.concludedAt,
    method: 'window',
    relation: 'self',
    collectorName: applicant.name,
    collectorIdentitySealed: applicant.identitySealed,
    collectorIdentityMasked: applicant.identityMasked,
    authority: null,
    ...{ carrier: null, trackingNo: null, address: null, cabinet: null, box: null },
    signaturePng: SIGNATURE,
    handedOverBy: clerk.id,
  });
}

function workingDays(today: IsoDate, calendar: ReturnType<typeof publishedCalendar>): { past: IsoDate[]; recent: IsoDate[] } {
  const past: IsoDate[] = [];
  const recent: IsoDate[] = [];
  const edge = addCalendarDays(today, -OPEN_DAYS_BACK);
  for (let day = addCalendarDays(today, -365 * YEARS_BACK); day < today; day = addCalendarDays(day, 1)) {
    if (calendar.isWorkingDay(day)) (day < edge ? past : recent).push(day);
  }
  return { past, recent };
}

async function takenSerials(client: pg.Client, regionCode: string): Promise<Map<IsoDate, number>> {
  const { rows } = await client.query<{ day: string; last: number }>(
    'SELECT day::text AS day, last FROM case_number WHERE region_code = $1',
    [regionCode],
  );
  return new Map(rows.map((row) => [row.day, row.last]));
}

/** The counter goes on behind the made-up numbers. */
async function keepSerials(client: pg.Client, regionCode: string, taken: ReadonlyMap<IsoDate, number>): Promise<void> {
  await client.query(
    `INSERT INTO case_number (region_code, day, last) SELECT $1, * FROM unnest($2::date[], $3::int[])
     ON CONFLICT (region_code, day) DO UPDATE SET last = greatest(case_number.last, excluded.last)`,
    [regionCode, [...taken.keys()], [...taken.values()]],
  );
}
