import type { TaskKind } from '@onewindow/domain';
import { newId } from '../src/platform/database/new-id.js';
import type { TestDatabase } from './databases.js';
import { createHall, REGION_CODE } from './people-factory.js';

/** An open task of an accepted case, written straight into the tables: for states that would take weeks to reach by commands. */
export interface OpenTaskInput {
  readonly departmentId: string;
  readonly holderId?: string | null;
  readonly kind?: TaskKind;
  readonly role?: 'approver' | 'chief' | 'clerk';
  readonly itemId?: string;
  readonly itemName?: string;
  readonly title?: string;
  readonly promisedDue?: string | null;
  readonly statutoryDue?: string | null;
  readonly stepDue?: string | null;
  readonly idleSince?: string;
  readonly paused?: boolean;
  readonly districtCode?: string;
  readonly applicantIdentityIndex?: string;
}

export interface OpenTask {
  readonly id: string;
  readonly caseId: string;
}

/** What every case stands on. */
export interface Ground {
  readonly hallId: string;
  readonly itemVersionId: string;
  readonly itemId: string;
}

let counter = 0;

/** Nothing but the route is asked of it here, and the tasks stand beside that. */
const DEFINITION = JSON.stringify({ route: { steps: [] } });

/** A hall and an item with one version. */
export async function createGround(database: TestDatabase, departmentId: string): Promise<Ground> {
  const { hallId } = await createHall(database);
  const itemId = newId();
  const itemVersionId = newId();
  await database.query(
    `INSERT INTO item (id, code, name, initials, department_id, published_version_id) VALUES ($1, $2, '食品经营许可', 'spjyxk', $3, $4)`,
    [itemId, `I${(counter += 1)}`, departmentId, itemVersionId],
  );
  await database.query(
    `INSERT INTO item_version (id, item_id, version, status, published_at, definition) VALUES ($1, $2, 1, 'published', now(), $3)`,
    [itemVersionId, itemId, DEFINITION],
  );
  return { hallId, itemVersionId, itemId };
}

async function createApplicant(database: TestDatabase, identityIndex: string): Promise<string> {
  const id = newId();
  await database.query(
    `INSERT INTO applicant (id, kind, name, identity_type, identity_sealed, identity_index, identity_masked, created_at, updated_at)
     VALUES ($1, 'person', '王某', 'idCard', 'sealed', $2, '440***********0025', now(), now())`,
    [id, identityIndex],
  );
  return id;
}

/** A case with this task alone; claimed when somebody holds it. */
export async function createOpenTask(database: TestDatabase, ground: Ground, input: OpenTaskInput): Promise<OpenTask> {
  const id = newId();
  const caseId = newId();
  const caseNo = `44019920260105${String((counter += 1)).padStart(7, '0')}`;
  const { kind = 'review', promisedDue = null, statutoryDue = null, stepDue = null, holderId = null } = input;
  const dues = [promisedDue, statutoryDue, stepDue].filter((due) => due !== null).sort();
  const district = input.districtCode ?? REGION_CODE.slice(0, 6);
  const title = input.title ?? `望湖老街面馆 ${counter}`;
  const itemName = input.itemName ?? '食品经营许可';
  const applicantId = input.applicantIdentityIndex ? await createApplicant(database, input.applicantIdentityIndex) : null;
  await database.query(
    `INSERT INTO cases (id, case_no, status, version, item_id, item_version_id, item_name, department_id, hall_id, district_code, applicant_id,
                        title, answers, form, form_sources, created_by, created_at, received_at, accepted_at, accepted_on, statutory_due,
                        promised_due, progress_token)
     VALUES ($1, $2, $3, 3, $4, $5, $6, $7, $8, $9, $10, $11, '{}', '{}', '{}', $12, '2026-01-05T02:00:00Z', '2026-01-05T02:00:00Z',
             '2026-01-05T02:00:00Z', '2026-01-05', $13, $14, $15)`,
    [
      caseId,
      caseNo,
      kind === 'issue' ? 'decided' : 'accepted',
      input.itemId ?? ground.itemId,
      ground.itemVersionId,
      itemName,
      input.departmentId,
      ground.hallId,
      district,
      applicantId,
      title,
      newId(),
      statutoryDue,
      promisedDue,
      `token-${caseId}`,
    ],
  );
  await database.query(
    `INSERT INTO review_task (id, case_id, step_key, round, kind, role, step_name, department_id, hall_id, district_code, status, version, holder_id,
                              pooled_at, claimed_at, points, step_limit, step_started_on, step_due, statutory_due, promised_due, nearest_due,
                              paused, received_at, idle_since, case_no, title, item_id, item_name)
     VALUES ($1, $2, 'review', 1, $3, $4, '书面审查', $5, $6, $7, $8, 1, $9, '2026-01-05T02:00:00Z', $10, '[]', 5, '2026-01-05', $11, $12, $13,
             $14, $15, '2026-01-05T02:00:00Z', $16, $17, $18, $19, $20)`,
    [
      id,
      caseId,
      kind,
      input.role ?? 'approver',
      input.departmentId,
      ground.hallId,
      district,
      holderId === null ? 'pooled' : 'claimed',
      holderId,
      holderId === null ? null : '2026-01-06T02:00:00Z',
      stepDue,
      statutoryDue,
      promisedDue,
      dues[0] ?? '9999-12-31',
      input.paused ?? false,
      input.idleSince ?? '2026-01-06',
      caseNo,
      title,
      input.itemId ?? ground.itemId,
      itemName,
    ],
  );
  return { id, caseId };
}
