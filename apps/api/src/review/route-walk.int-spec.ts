import { randomInt } from 'node:crypto';
import { wrongTallies } from '../../test/desk-tally.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { samplePdf } from '@onewindow/contracts';
import { expandRoute, partKeys, publishedCalendar, type RouteDefinition, shanghaiToday, stepsAfter } from '@onewindow/domain';
import { type Pick, picker, randomRoute } from '../../test/random-routes.js';
import { type Member, type ReviewWorld, startReviewWorld } from '../../test/review-world.js';
import { staleDates } from '../../test/stored-dates.js';
import { Database, sql } from '../platform/index.js';
import { OutboxRelay } from '../platform/outbox/outbox-relay.js';
import type { JobQueue } from '../platform/queues/job-queue.js';
import { JOB_QUEUE } from '../platform/queues/queue-tokens.js';

/**
 * Another walk in every run; a failure names its seed, and with it in the environment every case takes the same route and draws the same moves
 * again. In which order several of them reach the database is the machine's.
 */
const SEED = Number(process.env['ROUTE_WALK_SEED'] ?? randomInt(2 ** 31));
const CASES = 60;
const ACTIONS = 24;
/** Of a hundred commands so many lose their connection just before the commit, as a killed process does. */
const KILLED = 8;

let world: ReviewWorld;
let killing = false;
let killed = 0;
let jobsKilled = 0;

beforeAll(async () => {
  world = await startReviewWorld({ sessionIdleMinutes: 1_000_000, sessionHours: 100_000 });
  const database = world.get(Database);
  const whole = database.transaction.bind(database);
  const pick = picker(SEED, -1);
  database.transaction = (work, beforeCommit) =>
    whole(async (tx) => {
      const answer = await work(tx);
      if (killing && pick(100) < KILLED) {
        killed += 1;
        await tx.query(sql('SELECT pg_terminate_backend(pg_backend_pid())'));
      }
      return answer;
    }, beforeCommit);
});
afterAll(() => world.close());

function one<T>(pick: Pick, of: readonly T[]): T | undefined {
  return of[pick(of.length)];
}

const TESTED = { specialProcedures: [{ kind: 'testing' as const, basis: '行政许可法第四十五条', usualDays: 3 }] };

/** A case on its way. */
interface Walk {
  caseId: string;
  route: RouteDefinition;
  pick: Pick;
}

interface Row {
  id: string;
  caseId: string;
  stepKey: string;
  round: number;
  kind: string;
  status: string;
  version: number;
  holderId: string | null;
  completedBy: string | null;
}

const TASKS = `SELECT id, case_id AS "caseId", step_key AS "stepKey", round, kind, status, version, holder_id AS "holderId",
  completed_by AS "completedBy" FROM review_task WHERE case_id = $1 ORDER BY round, id`;
const tasksOf = (caseId: string): Promise<Row[]> => world.database.query<Row>(TASKS, [caseId]);

const officers = (): Member[] => [world.approver, world.colleague, world.chief, world.stranger];
const memberOf = (id: string | null): Member | undefined => officers().find((member) => member.id === id);

/** Something that somebody might do about a task; refusals and killed transactions are part of the game. */
async function act({ pick, route }: Walk, task: Row, forward: boolean): Promise<void> {
  const params = { id: task.id };
  const body = { expectedVersion: task.version };
  if (task.kind === 'reroute') {
    const departmentId = pick(3) === 0 ? world.otherId : world.leadId;
    await world.clerk.client.api.rerouteTask({ params, body: { departmentId } });
    return;
  }
  const choice = forward ? 0 : pick(16);
  const to = { toStaffId: one(pick, officers())?.id ?? '', reason: '均衡' };
  if (choice === 14) {
    // The clocks move while the work moves: what comes back later must have the dates of that day.
    const chief = world.chief.client.api;
    const reason = '复检';
    if (pick(2) === 0) await chief.requestProcedure({ params, body: { ...body, kind: 'testing', days: 1 + pick(6), reason } });
    else await chief.requestExtension({ params, body: { ...body, days: 1 + pick(3), reason, document: '〔2026〕1 号' } });
    return;
  }
  if (choice === 15) {
    const mover = one(pick, [world.chief, world.supervisor]);
    await mover?.client.api.reassignTask({ params, body: to });
    return;
  }
  if (task.status === 'pooled') {
    await one(pick, officers())?.client.api.claimTask({ params });
    return;
  }
  const holder = memberOf(task.holderId);
  if (task.status === 'done') {
    if (!forward) await memberOf(task.completedBy)?.client.api.retrieveTask({ params });
    return;
  }
  if (!holder) return;
  const { api } = holder.client;
  if (choice === 8) await api.releaseTask({ params });
  else if (choice === 9) await api.refuseTask({ params, body: { ...body, reason: '不归本部门' } });
  else if (choice === 10 || choice === 11) {
    const toStep = one(pick, expandRoute(route).steps)?.key ?? '';
    await api.returnTask({ params, body: { ...body, toStep, reason: '重新审查' } });
  } else if (choice === 12) await api.transferTask({ params, body: { ...body, ...to } });
  else if (choice === 13) await api.askConsultation({ params, body: { departmentIds: [world.otherId], question: '有无意见', limit: 1 } });
  else if (task.kind === 'decision') {
    const { version } = await api.getCase({ params: { id: task.caseId } });
    await api.decideCase({ params: { id: task.caseId }, body: { expectedVersion: version, decision: 'grant' } });
  } else await api.completeTask({ params, body: { ...body, opinion: '符合条件' } });
}

/** Days go by for everybody: silence counts, and the worker writes it down, unless it is killed. */
async function timePasses(): Promise<void> {
  world.clock.advance({ days: 4 });
  const before = killed;
  const works = [() => world.sweep(), () => world.drain()];
  for (const work of works) await work().catch(refusedUnlessKilling);
  jobsKilled += killed - before;
}

function refusedUnlessKilling(error: unknown): void {
  if (!killing) throw error;
}

/** The queue is lost with whatever the killed jobs had still to try: all of it is found again in the database. */
async function queueIsLost(): Promise<void> {
  await world.get(OutboxRelay).drain();
  await world.get<JobQueue>(JOB_QUEUE as never).wipe();
  world.clock.advance({ minutes: 15 });
  await world.get(OutboxRelay).recoverLost();
  await timePasses();
}

/** What stopped the clocks of a case is over: a decision waits for it. */
async function endPauses(caseId: string): Promise<void> {
  const { api } = world.chief.client;
  const { procedures } = await api.getCaseClockWork({ params: { id: caseId } });
  for (const { id } of procedures.filter(({ endedOn }) => endedOn === null)) {
    const file = new Blob([samplePdf(901)], { type: 'application/pdf' });
    await api.addProcedureDocument({ params: { id } }, { file, fileName: '报告.pdf' });
    await api.endProcedure({ params: { id }, body: { outcome: '合格' } });
  }
}

async function walk(on: Walk): Promise<void> {
  for (let left = ACTIONS; left > 0; left -= 1) await step(on, false);
}

/** @returns whether the case waits for nobody any more */
async function step(on: Walk, forward: boolean): Promise<boolean> {
  const { pick } = on;
  const tasks = await tasksOf(on.caseId);
  const open = tasks.filter(({ status, kind }) => (status === 'pooled' || status === 'claimed') && kind !== 'issue');
  if (open.length === 0) return true;
  const work = forward ? open.filter(({ kind }) => kind !== 'decision') : open;
  const done = forward || pick(6) > 0 ? [] : tasks.filter(({ status }) => status === 'done');
  const task = one(pick, done.length > 0 ? done : work.length > 0 ? work : open);
  world.clock.advance({ minutes: 1 });
  // Now and then two windows send the same at once.
  const at = task ? Array.from({ length: pick(10) === 0 ? 2 : 1 }, () => act(on, task, forward)) : [];
  await Promise.allSettled(at);
  return false;
}

describe('R5 random routes on the database, with killed transactions, races and timeouts', () => {
  it('R5.1 R5.2 R5.3 R5.8: none sticks, none is decided with open work or twice, no join passes on an old arrival', async () => {
    try {
      await walkAll();
    } catch (error) {
      if (error instanceof Error) error.message = `ROUTE_WALK_SEED=${SEED}\n${error.message}`;
      throw error;
    }
  }, 180_000);
});

/** All of that together; what must hold is looked at on the way and at the end. */
async function walkAll(): Promise<void> {
  const walks: Walk[] = [];
  for (let at = 0; at < CASES; at += 1) {
    const pick = picker(SEED, at);
    const item = await world.itemWith(randomRoute(pick), TESTED);
    const { id } = await world.accepted(item);
    walks.push({ caseId: id, route: item.definition.route as RouteDefinition, pick });
  }
  killing = true;
  for (let at = 0; at < CASES; at += 6) {
    await Promise.all(walks.slice(at, at + 6).map(walk));
    if (at % 18 === 0) await timePasses();
  }
  killing = false;
  expect(killed).toBeGreaterThan(20);
  expect(jobsKilled).toBeGreaterThan(0);
  await queueIsLost();
  expect(await wrongTallies(world.database)).toEqual([]);
  expect(await staleDates(world.database, publishedCalendar(), shanghaiToday(world.clock.now()))).toEqual([]);
  for (const on of walks) {
    let tries = 0;
    await endPauses(on.caseId);
    while (!(await step(on, true)) && tries < 400) {
      tries += 1;
      // A department that was asked and let its days go by can't answer any more: the worker writes its silence down.
      if (tries % 50 === 0) await timePasses();
    }
    await checkCase(on.caseId, on.route);
  }
  const [counts] = await world.database.query<{ decided: number; events: number; open: number }>(
    `SELECT (SELECT count(*)::int FROM cases WHERE status <> 'accepted' AND decision = 'grant') AS decided,
            (SELECT count(*)::int FROM case_event WHERE action = 'decide') AS events,
            (SELECT count(*)::int FROM review_task WHERE kind <> 'issue' AND status IN ('waiting', 'pooled', 'claimed')) AS open`,
  );
  expect(counts).toEqual({ decided: CASES, events: CASES, open: 0 });
  expect(await wrongTallies(world.database)).toEqual([]);
  // The walk is worth something only if everything happened.
  const happened = await world.database.query<{ action: string; times: number }>(
    'SELECT action, count(*)::int AS times FROM case_event GROUP BY action',
  );
  const times = new Map(happened.map(({ action, times: count }) => [action, count]));
  const rare = [
    'task.return',
    'task.refuse',
    'task.reroute',
    'task.retrieve',
    'task.release',
    'task.deem',
    'task.transfer',
    'task.reassign',
    'procedure.approve',
    'extension.grant',
  ];
  expect(rare.filter((action) => !times.has(action))).toEqual([]);
}

interface Told {
  action: string;
  data: { step?: string; toStep?: string };
}

/** Follows the case's story: whenever a step opened, everything that it waits for had arrived, and had not been taken back since. */
async function checkCase(caseId: string, written: RouteDefinition): Promise<void> {
  const route = expandRoute(written);
  const story = await world.database.query<Told>('SELECT action, data FROM case_event WHERE case_id = $1 ORDER BY seq', [caseId]);
  const arrived = new Set<string>();
  for (const [at, { action, data }] of story.entries()) {
    const key = data.step ?? '';
    if (action === 'task.complete' || action === 'task.deem') arrived.add(key);
    if (action === 'task.retrieve') arrived.delete(key);
    if (action === 'task.return') for (const undone of [data.toStep ?? '', ...stepsAfter(route, data.toStep ?? '')]) arrived.delete(undone);
    if (action !== 'task.open') continue;
    const stale = (route.steps.find((one) => one.key === key)?.after ?? []).flatMap(required).filter((before) => !arrived.has(before));
    if (stale.length > 0) throw new Error(`${key} opened before ${stale.join()}: ${JSON.stringify(story.slice(0, at + 1))}`);
  }
  expect(route.steps.filter(({ key, when }) => when === undefined && !arrived.has(key))).toEqual([]);
  const tasks = await tasksOf(caseId);
  for (const step of written.steps.filter(({ when }) => when === undefined)) {
    const parts = partKeys(step);
    const hands = parts.map((part) => tasks.findLast(({ stepKey, status }) => stepKey === part && status === 'done')?.completedBy);
    if (parts.length > 1) expect(new Set(hands).size).toBe(parts.length);
  }

  /** A step that is passed over stands for those before it. */
  function required(key: string): string[] {
    const step = route.steps.find((one) => one.key === key);
    return step?.when === undefined ? [key] : step.after.flatMap(required);
  }
}
