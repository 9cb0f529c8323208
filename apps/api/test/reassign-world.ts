import { type Batch, type Endpoints, type RequestOf } from '@onewindow/contracts';
import { type JsonValue, verifyChain } from '@onewindow/domain';
import { type CaseEvent, eventContent, sha256Hex } from '../src/cases/index.js';
import { Organisation } from '../src/organisation/index.js';
import { createGround, createOpenTask, type Ground, type OpenTask, type OpenTaskInput } from './open-work-factory.js';
import { createDepartment, createStaff, TEST_PASSWORD } from './people-factory.js';
import { startApp, type TestApp } from './start-app.js';
import type { TestClient } from './test-client.js';

export type Person = Awaited<ReturnType<typeof createStaff>>;
type Strategy = NonNullable<RequestOf<Endpoints['reassignTasks']>['body']>['strategy'];
export const REASON = '连续停滞 3 个工作日以上，均衡负荷';
export const idsOf = (tasks: readonly { id: string }[]): string[] => tasks.map(({ id }) => id);

/** A supervisor, and departments with six officers and a chief each, one after the other. */
export class ReassignWorld {
  departmentId = '';
  officers: Person[] = [];
  chief!: Person;

  private constructor(
    readonly app: TestApp,
    readonly ground: Ground,
    readonly person: Person,
    readonly supervisor: TestClient,
  ) {}

  static async open(): Promise<ReassignWorld> {
    const app = await startApp();
    const ground = await createGround(app.database, await createDepartment(app.database, '市场监管局'));
    const person = await createStaff(app.database, { roles: ['supervisor'], name: '何静' });
    const supervisor = app.client();
    await supervisor.signIn(person.staffNo, TEST_PASSWORD);
    return new ReassignWorld(app, ground, person, supervisor);
  }

  /** A department of the test's own; what earlier tests left open is closed. */
  async newDepartment(): Promise<void> {
    await this.app.database.query(`UPDATE review_task SET status = 'cancelled' WHERE status IN ('pooled', 'claimed')`);
    this.departmentId = await createDepartment(this.app.database, '市场监管局');
    this.app.get(Organisation).refresh();
    this.officers = [];
    for (let i = 0; i < 6; i++)
      this.officers.push(await createStaff(this.app.database, { roles: ['approver'], departmentId: this.departmentId }));
    this.chief = await createStaff(this.app.database, { roles: ['chief'], departmentId: this.departmentId });
  }

  async signedIn({ staffNo }: Person): Promise<TestClient> {
    const client = this.app.client();
    await client.signIn(staffNo, TEST_PASSWORD);
    return client;
  }

  officer(i: number): Person {
    return this.officers[i] as Person;
  }

  /** Tasks held by these officers in turn, or lying in the pool. */
  async tasks(count: number, holders: readonly (Person | null)[], more: Partial<OpenTaskInput> = {}): Promise<OpenTask[]> {
    const tasks: OpenTask[] = [];
    for (let i = 0; i < count; i++) tasks.push(await this.task(holders[i % holders.length] ?? null, more));
    return tasks;
  }

  task(holder: Person | null, more: Partial<OpenTaskInput> = {}): Promise<OpenTask> {
    const usual = { departmentId: this.departmentId, holderId: holder?.id ?? null, promisedDue: '2026-03-02', stepDue: '2026-02-27' };
    return createOpenTask(this.app.database, this.ground, { ...usual, ...more });
  }

  order(tasks: readonly { id: string }[], strategy: Strategy = 'balanced'): Promise<Batch> {
    return this.supervisor.api.reassignTasks({ body: { taskIds: idsOf(tasks), strategy, reason: REASON } });
  }

  batch(id: string): Promise<Batch> {
    return this.supervisor.api.getBatch({ params: { id } });
  }

  /** Everything about the tasks' clocks, which no reassignment may touch (R5.5). */
  clocksOf(tasks: readonly OpenTask[]): Promise<{ id: string }[]> {
    return this.app.database.query(
      `SELECT id, step_started_on, step_due, statutory_due, promised_due, nearest_due, idle_since, received_at, pooled_at
       FROM review_task WHERE id = ANY($1::uuid[]) ORDER BY id`,
      [idsOf(tasks)],
    );
  }

  /** The events of a task's case, with the verdict on their chain. */
  async chainOf({ caseId }: OpenTask): Promise<{ events: CaseEvent[]; verdict: ReturnType<typeof verifyChain> }> {
    const events = await this.app.database.query<CaseEvent>(
      `SELECT case_id AS "caseId", seq, action, at, actor_id AS "actorId", actor_name AS "actorName", actor_no AS "actorNo", place, ip,
              from_status AS "fromStatus", to_status AS "toStatus", task_id AS "taskId", data, hash
       FROM case_event WHERE case_id = $1 ORDER BY seq`,
      [caseId],
    );
    const [head] = await this.app.database.query<{ count: number; headHash: string | null }>(
      `SELECT event_count AS count, event_head AS "headHash" FROM cases WHERE id = $1`,
      [caseId],
    );
    const chained = events.map((event) => ({
      content: eventContent(event) as { [key: string]: JsonValue } & { seq: number },
      hash: event.hash,
    }));
    return { events, verdict: verifyChain(chained, { count: head?.count ?? 0, headHash: head?.headHash ?? '' }, sha256Hex) };
  }
}
