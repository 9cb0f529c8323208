import { setTimeout as delay } from 'node:timers/promises';
import type { Endpoints, ResponseOf } from '@onewindow/contracts';
import type { Pool } from 'pg';
import { HttpSession } from './http-session.js';
import { SampleTable } from './statistics.js';

/** An officer of a department, and how much lies with it. */
export interface DeskOfficer {
  staffNo: string;
  department: string;
  pooled: number;
}

/** What the desk promises at 16 clients: milliseconds at the 95th percentile. */
export const DESK_WANTED: Readonly<Record<string, number>> = {
  'inbox: pool, first page': 30,
  'inbox: mine, first page': 30,
  'inbox: consultation, first page': 30,
  'counts of the tabs': 30,
  claim: 30,
  'open a case with its story': 60,
};

/** Officers of the departments with the most open work first, so many; a small hall gives each of its officers more than once. */
export async function busiestOfficers(pool: Pool, count: number): Promise<DeskOfficer[]> {
  const { rows } = await pool.query<DeskOfficer>(
    `SELECT s.staff_no AS "staffNo", d.short_name AS department, w.pooled::int
     FROM staff s JOIN department d ON d.id = s.department_id
     JOIN (SELECT department_id, count(*) AS pooled FROM review_task WHERE status = 'pooled' AND kind = 'review' AND role = 'approver' GROUP BY 1) w
       ON w.department_id = s.department_id
     WHERE s.active AND 'approver' = ANY(s.roles) ORDER BY w.pooled DESC, s.staff_no LIMIT $1`,
    [count],
  );
  return rows.length === 0 ? [] : Array.from({ length: count }, (_, at) => rows[at % rows.length] as DeskOfficer);
}

/** @param origins the officers sit at these replicas in turn, as behind the proxy */
export async function signInOfficers(origins: readonly URL[], officers: readonly DeskOfficer[], password: string): Promise<HttpSession[]> {
  const sessions: HttpSession[] = [];
  for (const [at, { staffNo }] of officers.entries()) {
    const session = new HttpSession(origins[at % origins.length] as URL);
    await session.signIn(staffNo, password);
    sessions.push(session);
  }
  return sessions;
}

/** A client's officer and the tasks that only this client opens, takes and gives back. */
export interface Desk {
  officer: HttpSession;
  tasks: OfferedTask[];
}

type OfferedTask = ResponseOf<Endpoints['listTasks']>['items'][number];
const PAGE = 200;

const isOffered = ({ actions }: OfferedTask): boolean => actions.some(({ action, allowed }) => action === 'claim' && allowed);

/**
 * So many tasks of its pool for each client, no two the same while there are enough: an approver takes a task once, and stories that grew by
 * hundreds of claims would be what is measured.
 */
export async function layDesks(officers: readonly HttpSession[], tasksEach: number): Promise<Desk[]> {
  const laid = new Set<string>();
  const desks: Desk[] = [];
  for (const officer of officers) {
    const pool: OfferedTask[] = [];
    const own = (): OfferedTask[] => pool.filter(({ id }) => !laid.has(id)).slice(0, tasksEach);
    let cursor: string | null | undefined;
    do {
      const page = await officer.call('listTasks', { query: { tab: 'pool', limit: PAGE, ...(cursor ? { cursor } : {}) } });
      pool.push(...page.items.filter(isOffered));
      cursor = page.nextCursor;
    } while (cursor && own().length < tasksEach);
    // A small hall has too few for everybody: there they are shared.
    const tasks = own().length > 0 ? own() : pool;
    for (const { id } of tasks) laid.add(id);
    desks.push({ officer, tasks });
  }
  return desks;
}

/**
 * The day of an approver by every client at once, so many rounds each: the three lists, their counts, a case with its story, and that task taken
 * from the pool and given back.
 * @param paceMs from one request to the next of a client; without it each asks as soon as it was answered
 */
export async function runDesk(desks: readonly Desk[], rounds: number, paceMs = 0): Promise<SampleTable> {
  const times = new SampleTable();
  const rest = async (): Promise<void> => {
    if (paceMs > 0) await delay(paceMs * (0.5 + Math.random()));
  };
  const client = async ({ officer, tasks }: Desk): Promise<void> => {
    for (let round = 0; round < rounds; round += 1) {
      await times.time('inbox: pool, first page', () => officer.bytesOf('listTasks', { query: { tab: 'pool', limit: 50 } }));
      await rest();
      await times.time('inbox: mine, first page', () => officer.bytesOf('listTasks', { query: { tab: 'mine', limit: 50 } }));
      await rest();
      await times.time('inbox: consultation, first page', () =>
        officer.bytesOf('listTasks', { query: { tab: 'consultation', limit: 50 } }),
      );
      await rest();
      await times.time('counts of the tabs', () => officer.bytesOf('countTasks', {}));
      await rest();
      const task = tasks.shift();
      if (!task) continue;
      tasks.push(task);
      await times.time('open a case with its story', async () => {
        const params = { id: task.caseId };
        await Promise.all([officer.bytesOf('getTask', { params: { id: task.id } }), officer.bytesOf('getCaseEvents', { params })]);
      });
      await rest();
      await claimAndRelease(officer, task.id, times);
    }
  };
  await Promise.all(desks.map(client));
  return times;
}

/** A colleague may have it a moment before: that is no failure of the product, and no sample. */
async function claimAndRelease(officer: HttpSession, id: string, times: SampleTable): Promise<void> {
  const params = { id };
  const began = performance.now();
  const claimed = await officer.bytesOf('claimTask', { params }).catch(() => null);
  if (!claimed) return;
  times.of('claim').add(performance.now() - began);
  await officer.bytesOf('releaseTask', { params });
}
