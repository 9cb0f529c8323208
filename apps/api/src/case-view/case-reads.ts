import type { NoticeKind } from '@onewindow/contracts';
import { type CaseStatus, type TaskKind, type TaskStatus } from '@onewindow/domain';
import { type Applicant, type ApplicantWithTwin, FIND_APPLICANT_OF_CASE } from '../applicants/index.js';
import type { Case, CaseFile, CaseMaterial } from '../cases/index.js';
import { RESULT_PROBLEM } from '../notices/index.js';
import { type CommandTx, sql } from '../platform/index.js';
import type { BundleRead } from './bundle-reads.js';

/** Either a transaction or the pool. */
export type Reader = Pick<CommandTx, 'query'>;

export type MaterialRead = Pick<CaseMaterial, 'code' | 'verdict' | 'defect' | 'trustLevel' | 'receivedAt'> &
  Partial<Pick<CaseMaterial, 'dueOn' | 'faultyPoints' | 'libraryId' | 'libraryVersion' | 'issuedOn' | 'validThrough'>>;
export type FileRead = Pick<CaseFile, 'id' | 'materialCode' | 'name' | 'mediaType' | 'size' | 'sha256'> &
  Partial<Pick<CaseFile, 'libraryId'>>;

export interface TaskRead {
  id: string;
  stepKey: string;
  round: number;
  kind: TaskKind;
  status: TaskStatus;
  departmentId: string;
  holderId: string | null;
  completedBy: string | null;
  outcome: string | null;
  stepStartedOn: string | null;
  stepDue: string | null;
  stepProvisional: boolean;
  doneAt: Date | null;
  pooledAt: Date | null;
  claimedAt: Date | null;
}

export interface ResultRead {
  id: string;
  name: string;
  number: string;
  electronic: boolean;
  denial: boolean;
  validFrom: string | null;
  validUntil: string | null;
  issuedAt: Date;
  place: string | null;
  fileId: string | null;
  problem: string | null;
  pickedUpAt: Date | null;
  method: 'window' | 'post' | 'cabinet' | null;
  collectorName: string | null;
  collectorIdentityMasked: string | null;
  relation: 'self' | 'agent' | null;
  handedOverBy: string | null;
  carrier: string | null;
  trackingNo: string | null;
  address: string | null;
  cabinet: string | null;
  box: string | null;
}

export interface NoticeRead {
  id: string;
  kind: NoticeKind;
  title: string;
  number: string;
  issuedAt: Date;
  fileId: string | null;
  problem: string | null;
}

/** All that a case is shown from, besides its own row. */
export interface CaseReads {
  applicant: Applicant | null;
  /** The open case beside which it stands, before acceptance as things are now. Left out where the row itself tells it. */
  openTwin?: string | null;
  materials: readonly MaterialRead[];
  files: readonly FileRead[];
  notices: readonly NoticeRead[];
  tasks: readonly TaskRead[];
  result: ResultRead | null;
  /** 一件事, of cases that are one or belong to one. */
  bundle?: BundleRead | null;
}

const MATERIAL_COLUMNS = `code, verdict, defect, faulty_points AS "faultyPoints", trust_level AS "trustLevel", received_at AS "receivedAt", due_on AS "dueOn", library_id AS "libraryId", library_version AS "libraryVersion", issued_on AS "issuedOn", valid_through AS "validThrough"`;
export const MATERIALS_OF_CASE = sql<MaterialRead>(`SELECT ${MATERIAL_COLUMNS} FROM case_material WHERE case_id = $1`);
/** The same for the rows of a list. */
export const MATERIALS_OF_CASES = sql<MaterialRead & { caseId: string }>(
  `SELECT case_id AS "caseId", ${MATERIAL_COLUMNS} FROM case_material WHERE case_id = ANY($1::uuid[])`,
);
export const FILES_OF_CASE = sql<FileRead>(
  `SELECT id, material_code AS "materialCode", name, media_type AS "mediaType", size, sha256, library_id AS "libraryId"
   FROM case_file WHERE case_id = $1 AND material_code IS NOT NULL ORDER BY material_code, id`,
);
const NOTICES = sql<NoticeRead>(
  `SELECT id, kind, title, number, issued_at AS "issuedAt", file_id AS "fileId", problem FROM notice WHERE case_id = $1 ORDER BY id`,
);
const TASKS = sql<TaskRead>(
  `SELECT id, step_key AS "stepKey", round, kind, status, department_id AS "departmentId", holder_id AS "holderId", completed_by AS "completedBy", outcome,
          step_started_on AS "stepStartedOn", step_due AS "stepDue", step_provisional AS "stepProvisional", done_at AS "doneAt",
          pooled_at AS "pooledAt", claimed_at AS "claimedAt"
   FROM review_task WHERE case_id = $1 ORDER BY round, id`,
);
const RESULT = sql<ResultRead>(
  `SELECT r.id, r.name, r.number, r.electronic, r.denial, r.valid_from AS "validFrom", r.valid_until AS "validUntil",
          r.issued_at AS "issuedAt", r.place, r.file_id AS "fileId", ${RESULT_PROBLEM} AS problem, p.at AS "pickedUpAt", p.method, p.collector_name AS "collectorName",
          p.collector_identity_masked AS "collectorIdentityMasked", p.relation, p.handed_over_by AS "handedOverBy",
          p.carrier, p.tracking_no AS "trackingNo", p.address, p.cabinet, p.box
   FROM result r LEFT JOIN pickup p ON p.case_id = r.case_id WHERE r.case_id = $1`,
);

type Shelf = 'notices' | 'tasks' | 'result';

/** What can exist beside a case in each status: nothing else is asked for. */
const SHELVES = {
  draft: [],
  received: ['notices'],
  supplementing: ['notices'],
  accepted: ['notices', 'tasks'],
  decided: ['notices', 'tasks', 'result'],
  ready: ['notices', 'tasks', 'result'],
  concluded: ['notices', 'tasks', 'result'],
  declined: ['notices'],
  withdrawn: ['notices', 'tasks'],
  terminated: ['notices', 'tasks'],
} as const satisfies Record<CaseStatus, readonly Shelf[]>;

/**
 * Reads what belongs to a case, all statements on their way at once.
 * @param known what the command has in hand already
 */
export async function readCase(
  reader: Reader,
  row: Pick<Case, 'id' | 'status' | 'applicantId'>,
  known: Partial<CaseReads> = {},
): Promise<CaseReads> {
  const shelves: readonly Shelf[] = SHELVES[row.status];
  const [whose, materials, files, notices, tasks, result] = await Promise.all([
    known.applicant !== undefined || row.applicantId === null ? whoseOf(known) : readApplicant(reader, row.id),
    known.materials ?? reader.query(MATERIALS_OF_CASE, [row.id]),
    known.files ?? reader.query(FILES_OF_CASE, [row.id]),
    known.notices ?? (shelves.includes('notices') ? reader.query(NOTICES, [row.id]) : []),
    known.tasks ?? (shelves.includes('tasks') ? reader.query(TASKS, [row.id]) : []),
    known.result !== undefined || !shelves.includes('result') ? (known.result ?? null) : first(reader.query(RESULT, [row.id])),
  ]);
  return { ...whose, materials, files, notices, tasks, result };
}

/** Whose case it is, and beside which open one it stands. */
type Whose = Pick<CaseReads, 'applicant' | 'openTwin'>;

function whoseOf({ applicant = null, openTwin }: Partial<CaseReads>): Whose {
  return openTwin === undefined ? { applicant } : { applicant, openTwin };
}

async function readApplicant(reader: Reader, caseId: string): Promise<Whose> {
  const found: ApplicantWithTwin | null = await first(reader.query(FIND_APPLICANT_OF_CASE, [caseId]));
  if (!found) return { applicant: null };
  const { openTwin, ...applicant } = found;
  return { applicant, openTwin };
}

/** What lies beside the case of a task, asked for while the case itself is still on its way. A case with a task has these shelves. */
export async function readBeside(reader: Reader, caseId: string): Promise<Whose & Pick<CaseReads, 'materials' | 'files' | 'notices'>> {
  const [whose, materials, files, notices] = await Promise.all([
    readApplicant(reader, caseId),
    reader.query(MATERIALS_OF_CASE, [caseId]),
    reader.query(FILES_OF_CASE, [caseId]),
    reader.query(NOTICES, [caseId]),
  ]);
  return { ...whose, materials, files, notices };
}

/**
 * A whole case in one packet, its row among it.
 * @param row the row, on its way: what is read beside it is thrown away with it when it is refused
 */
export async function readWhole(reader: Reader, caseId: string, row: Promise<Case>): Promise<{ row: Case; known: Partial<CaseReads> }> {
  const [found, beside, tasks] = await Promise.all([row, readBeside(reader, caseId), reader.query(TASKS, [caseId])]);
  return { row: found, known: { ...beside, tasks } };
}

async function first<T>(rows: Promise<T[]>): Promise<T | null> {
  return (await rows)[0] ?? null;
}
