import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addCalendarDays, shanghaiToday } from '@onewindow/domain';
import { type Member, type PublishedItem, type ReviewWorld, startReviewWorld, type StepInput, taskOf } from '../../test/review-world.js';
import { refusal } from '../../test/test-client.js';

let world: ReviewWorld;
beforeAll(async () => {
  world = await startReviewWorld();
});
/** Each test begins with empty desks. */
beforeEach(async () => {
  await world.database.query(`UPDATE review_task SET status = 'cancelled' WHERE status IN ('waiting', 'pooled', 'claimed')`);
  await world.database.query(`UPDATE delegation SET ended_at = now() WHERE ended_at IS NULL`);
});
afterAll(() => world.close());

const step = (key: string, more: Partial<StepInput> = {}): StepInput => ({
  key,
  name: key,
  kind: 'review',
  departmentCode: 'lead',
  role: 'approver',
  limit: 3,
  onSilence: 'wait',
  after: [],
  ...more,
});
const decide = (after: string[], more: Partial<StepInput> = {}) => step('decide', { kind: 'decision', role: 'chief', after, ...more });

async function pooled(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const { id } = await world.accepted('plain');
    ids.push(taskOf(await world.approver.client.api.getCase({ params: { id } }), 'review'));
  }
  return ids;
}

const claim = (who: Member, ids: readonly string[]) => who.client.api.claimTasks({ body: { taskIds: [...ids] } });
const board = () => world.chief.client.api.departmentBoard();
const loads = async () => Object.fromEntries((await board()).officers.map(({ staff, lights }) => [staff.name, lights.all]));
const holderOf = async (id: string, key: string) =>
  (await world.chief.client.api.getCase({ params: { id } })).route.find((one) => one.key === key)?.holder?.name;

function away(principal: Member, delegate: Member) {
  const startsOn = shanghaiToday(world.clock.now());
  const body = { principalId: principal.id, delegateId: delegate.id, startsOn, endsOn: addCalendarDays(startsOn, 3), reason: '培训' };
  return world.chief.client.api.createDelegation({ body });
}

describe('部门看板', () => {
  it('says who has what and since when; every number opens its tasks', async () => {
    const ids = await pooled(4);
    await claim(world.approver, ids.slice(0, 2));
    await claim(world.colleague, ids.slice(2, 3));
    const task = ids[2] ?? '';
    const { version } = await world.colleague.client.api.getTask({ params: { id: task } });
    await world.colleague.client.api.completeTask({ params: { id: task }, body: { expectedVersion: version, opinion: '可' } });
    await away(world.colleague, world.approver);

    const seen = await board();
    const of = (name: string) => seen.officers.find(({ staff }) => staff.name === name);
    expect(of('周启明')).toMatchObject({
      duties: ['审批人员'],
      leave: null,
      standsInFor: [{ name: '谢文彬' }],
      lights: { green: 2, all: 2 },
      oldestSince: expect.stringMatching(/Z$/),
      longestStalled: 0,
      doneToday: 0,
    });
    expect(of('谢文彬')).toMatchObject({ leave: { delegate: { name: '周启明' } }, lights: { all: 0 }, oldestSince: null, doneToday: 1 });
    // One review and the chief's decision wait in the pool.
    expect(seen).toMatchObject({ pool: { all: 2 }, held: { all: 2 }, doneToday: 1, department: { id: world.leadId } });

    const list = (query: object) => world.chief.client.api.listDepartmentTasks({ query });
    expect((await list({ scope: 'pool' })).items).toHaveLength(seen.pool.all);
    expect((await list({ scope: 'held' })).items).toHaveLength(seen.held.all);
    expect((await list({ scope: 'held', holderId: world.approver.id, light: 'green' })).items).toHaveLength(2);
    expect((await list({ scope: 'held', holderId: world.approver.id, light: 'red' })).items).toEqual([]);
    expect((await list({ scope: 'done', holderId: world.colleague.id })).items.map(({ id }) => id)).toEqual([task]);
    expect((await list({ scope: 'held', holderId: world.stranger.id })).items).toEqual([]);
    const first = await list({ scope: 'held', limit: 1 });
    const next = await list({ scope: 'held', limit: 1, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...next.items].map(({ id }) => id).sort()).toEqual(ids.slice(0, 2).sort());
    expect(await refusal(world.approver.client.api.departmentBoard())).toMatchObject({ status: 403 });
    expect(await refusal(list({ scope: 'held', cursor: 'nonsense' }))).toMatchObject({ status: 400 });
  });

  it('assigns chosen work of the pool to one officer, with the outcome of each', async () => {
    const ids = await pooled(3);
    await claim(world.approver, ids.slice(2));
    const { id } = await world.chief.client.api.reassignTasks({
      body: { taskIds: ids, strategy: 'one', toStaffId: world.approver.id, reason: '集中办理' },
    });
    await world.drain();
    const batch = await world.chief.client.api.getBatch({ params: { id } });
    expect(batch).toMatchObject({
      kind: 'reassign',
      done: 2,
      failed: 1,
      items: [{ code: 'task.target-is-holder' }, { state: 'done' }, { state: 'done' }],
    });
    expect(await loads()).toMatchObject({ 周启明: 3, 谢文彬: 0 });
  });

  it('evens out as it was seen: as few as needed, nobody away, no case of one’s own, a race left alone', async () => {
    const ids = await pooled(7);
    await claim(world.approver, ids);
    await away(world.chief, world.approver).catch(() => undefined);
    const own = ids[0] ?? '';
    await world.database.query(`UPDATE staff SET identity_index = 'index-of-wang' WHERE id = $1`, [world.colleague.id]);
    await world.database.query(
      `UPDATE cases SET agent_identity_index = 'index-of-wang' WHERE id = (SELECT case_id FROM review_task WHERE id = $1)`,
      [own],
    );
    const preview = await world.chief.client.api.previewEvenOut({ body: {} });
    expect(preview.officers.map(({ staff, before, after }) => [staff.name, before, after])).toEqual([
      ['周启明', 7, 3],
      ['谢文彬', 0, 2],
      ['罗秀兰', 0, 2],
    ]);
    expect(preview.moves).toHaveLength(4);
    expect(preview.moves.find(({ taskId, to }) => taskId === own && to.id === world.colleague.id)).toBeUndefined();
    expect(preview.average).toBe(2.3);
    const before = await world.database.query(
      `SELECT id, step_due, promised_due, idle_since FROM review_task WHERE id = ANY($1) ORDER BY id`,
      [ids],
    );

    // Between preview and order one of them goes back to the pool.
    const gone = preview.moves[0]?.taskId ?? '';
    await world.approver.client.api.releaseTask({ params: { id: gone } });
    const moves = preview.moves.map(({ taskId, from, to }) => ({ taskId, fromStaffId: from.id, toStaffId: to.id }));
    const { id } = await world.chief.client.api.evenOut({ body: { moves, reason: '均衡负荷' } });
    await world.drain();
    const batch = await world.chief.client.api.getBatch({ params: { id } });
    expect(batch).toMatchObject({ kind: 'evenOut', state: 'finished', done: 3, failed: 1 });
    expect(batch.items[0]).toMatchObject({ taskId: gone, code: 'task.back-in-pool' });
    expect(
      await world.database.query(`SELECT id, step_due, promised_due, idle_since FROM review_task WHERE id = ANY($1) ORDER BY id`, [ids]),
    ).toEqual(before);
    const twice = [...moves.slice(1, 2), ...moves.slice(1, 2)];
    expect(await refusal(world.chief.client.api.evenOut({ body: { moves: twice, reason: '均衡' } }))).toMatchObject({
      code: 'even-out.not-planned',
    });
    await world.database.query(`UPDATE staff SET identity_index = NULL WHERE id = $1`, [world.colleague.id]);
  });
});

describe('a step that is not for the pool', () => {
  let turns: PublishedItem;
  let least: PublishedItem;
  beforeAll(async () => {
    turns = await world.itemWith([step('turns', { assignment: 'inTurn' }), decide(['turns'])]);
    least = await world.itemWith([step('first'), step('second', { assignment: 'leastLoaded', after: ['first'] }), decide(['second'])]);
  });

  it('goes to each in turn as it opens, told by the system; two cases at once take two turns', async () => {
    const first = await world.accepted(turns);
    expect(first.route[0]).toMatchObject({ status: 'claimed', holder: { name: '周启明' } });
    const events = (await world.clerk.client.api.getCaseEvents({ params: { id: first.id } })).items;
    expect(events.find(({ action }) => action === 'task.assign')).toMatchObject({
      words: 'turns按轮次分派给周启明',
      actor: { name: '系统', staffNo: null },
    });
    expect((await world.approver.client.api.myNotifications()).items[0]?.words).toContain('分派给您');
    const both = await Promise.all([world.accepted(turns), world.accepted(turns)]);
    const names = await Promise.all(both.map(({ id }) => holderOf(id, 'turns')));
    expect(names.sort()).toEqual(['罗秀兰', '谢文彬'].sort());
    // Whoever is away is passed over.
    await away(world.approver, world.colleague);
    expect(await holderOf((await world.accepted(turns)).id, 'turns')).toBe('谢文彬');
    // R5.4, release: back to the pool, whose clock runs on.
    const task = taskOf(first, 'turns');
    const released = await world.approver.client.api.releaseTask({ params: { id: task } });
    expect(released).toMatchObject({ status: 'pooled', holder: null });
  });

  it('goes to the least loaded, not to one who must recuse; and comes back untouched by 取回', async () => {
    const [first] = await pooled(1);
    await claim(world.colleague, [first ?? '']);
    const { id } = await world.accepted(least);
    const task = taskOf(await world.approver.client.api.getCase({ params: { id } }), 'first');
    await claim(world.approver, [task]);
    await world.database.query(`UPDATE staff SET identity_index = 'index-of-li' WHERE id = $1`, [world.chief.id]);
    await world.database.query(`UPDATE cases SET agent_identity_index = 'index-of-li' WHERE id = $1`, [id]);
    const finish = async () => {
      const { version } = await world.approver.client.api.getTask({ params: { id: task } });
      return await world.approver.client.api.completeTask({ params: { id: task }, body: { expectedVersion: version, opinion: '可' } });
    };
    await finish();
    // 周启明 has none in hand now, 谢文彬 one; 罗秀兰 is the agent (R5.6).
    expect(await holderOf(id, 'second')).toBe('周启明');
    // Nobody has begun it: the step before can be taken back, and it waits again.
    expect(await world.approver.client.api.retrieveTask({ params: { id: task } })).toMatchObject({ status: 'claimed' });
    const waiting = (await world.approver.client.api.getCase({ params: { id } })).route.find(({ key }) => key === 'second');
    expect(waiting).toMatchObject({ status: 'waiting', holder: null });
    await finish();
    const assigned = taskOf(await world.approver.client.api.getCase({ params: { id } }), 'second');
    await world.approver.client.api.saveOpinion({ params: { id: assigned }, body: { points: [], opinion: '已看' } });
    expect(await refusal(world.approver.client.api.retrieveTask({ params: { id: task } }))).toMatchObject({
      code: 'task.later-work-begun',
    });
    await world.database.query(`UPDATE staff SET identity_index = NULL WHERE id = $1`, [world.chief.id]);
  });

  it('lies in the pool when nobody can take it', async () => {
    const foreign = await world.itemWith([step('outside', { departmentCode: '{other}', assignment: 'leastLoaded' }), decide(['outside'])]);
    await world.database.query(`UPDATE staff SET active = false WHERE id = $1`, [world.stranger.id]);
    const { route } = await world.accepted(foreign);
    expect(route[0]).toMatchObject({ status: 'pooled', holder: null });
    await world.database.query(`UPDATE staff SET active = true WHERE id = $1`, [world.stranger.id]);
  });
});
