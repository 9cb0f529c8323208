import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addCalendarDays, shanghaiToday } from '@onewindow/domain';
import { type Member, reviewed, type ReviewWorld, startReviewWorld, taskOf } from '../../test/review-world.js';
import { refusal } from '../../test/test-client.js';

let world: ReviewWorld;
let today: string;
beforeAll(async () => {
  world = await startReviewWorld({ sessionIdleMinutes: 30_000, sessionHours: 500 });
  today = shanghaiToday(world.clock.now());
});
afterAll(() => world.close());

const AUTHORITY = '临卫授〔2026〕3 号';

function arrange(
  maker: Member,
  principal: Member,
  delegate: Member,
  more: { startsOn?: string; endsOn?: string; authority?: string } = {},
) {
  const body = {
    principalId: principal.id,
    delegateId: delegate.id,
    startsOn: today,
    endsOn: addCalendarDays(today, 4),
    reason: '年休假',
    ...more,
  };
  return maker.client.api.createDelegation({ body });
}

async function end(maker: Member, id: string): Promise<void> {
  await maker.client.api.endDelegation({ params: { id } });
}

async function claimed(who: Member): Promise<{ caseId: string; taskId: string; version: number }> {
  const { id } = await world.accepted('plain');
  const taskId = taskOf(await who.client.api.getCase({ params: { id } }), 'review');
  const { version } = await who.client.api.claimTask({ params: { id: taskId } });
  return { caseId: id, taskId, version };
}

const storyOf = async (id: string) => (await world.clerk.client.api.getCaseEvents({ params: { id } })).items;

describe('one task, one holder, said by the database too (R5.4)', () => {
  it.each([
    ['a pooled task with a holder', `UPDATE review_task SET holder_id = $2 WHERE id = $1`, 'pooled'],
    ['claimed by nobody', `UPDATE review_task SET status = 'claimed', claimed_at = now() WHERE id = $1 AND $2::uuid IS NOT NULL`, 'pooled'],
    ['a claimed task let go of by half', `UPDATE review_task SET holder_id = NULL WHERE id = $1 AND $2::uuid IS NOT NULL`, 'claimed'],
    ['back in the pool with its holder', `UPDATE review_task SET status = 'pooled' WHERE id = $1 AND $2::uuid IS NOT NULL`, 'claimed'],
    ['done by nobody', `UPDATE review_task SET status = 'done' WHERE id = $1 AND $2::uuid IS NOT NULL`, 'claimed'],
    ['claimed and done at once', `UPDATE review_task SET completed_by = $2, done_at = now() WHERE id = $1`, 'claimed'],
  ])('refuses by hand: %s', async (_, statement, status) => {
    const { taskId } = await claimed(world.approver);
    if (status === 'pooled') await world.approver.client.api.releaseTask({ params: { id: taskId } });
    await expect(world.database.query(statement, [taskId, world.colleague.id])).rejects.toMatchObject({
      constraint: 'review_task_one_holder',
    });
  });
});

describe('代理授权', () => {
  it('the delegate works what the principal holds: both names in the story, the holder unchanged, then it ends', async () => {
    const { caseId, taskId, version } = await claimed(world.approver);
    const body = { expectedVersion: version, opinion: '符合条件' };
    const before = await refusal(world.colleague.client.api.completeTask({ params: { id: taskId }, body }));
    expect(before).toMatchObject({ status: 409, code: 'task.held-by-other' });
    const made = await arrange(world.approver, world.approver, world.colleague);
    expect(made).toMatchObject({ state: 'running', openTasks: expect.any(Number), actions: [{ action: 'end', allowed: true }] });
    expect((await world.colleague.client.api.myNotifications()).items[0]?.words).toContain('由谢文彬代周启明办件：年休假');
    expect((await world.colleague.client.api.listDelegations()).received.map(({ id }) => id)).toContain(made.id);

    const { items } = await world.colleague.client.api.listTasks({ query: { tab: 'delegated' } });
    expect(items.find(({ id }) => id === taskId)).toMatchObject({ holder: { name: '周启明' } });
    expect((await world.colleague.client.api.countTasks()).delegated?.all).toBe(items.length);
    expect((await world.stranger.client.api.countTasks()).delegated).toBeNull();
    const open = await world.colleague.client.api.getTask({ params: { id: taskId } });
    expect(open.actions).toEqual(expect.arrayContaining([{ action: 'complete', allowed: true }]));
    expect(open.actingFor).toMatchObject({ name: '周启明' });

    const done = await world.colleague.client.api.completeTask({ params: { id: taskId }, body });
    expect(done).toMatchObject({ status: 'done', holder: { name: '周启明' } });
    const told = (await storyOf(caseId)).find(({ action }) => action === 'task.complete');
    expect(told?.actor).toEqual({ name: '周启明（谢文彬代）', staffNo: world.colleague.staffNo });
    const shown = (await world.chief.client.api.getCase({ params: { id: caseId } })).route.find(({ key }) => key === 'review');
    expect(shown?.holder?.name).toBe('周启明（谢文彬代）');
    const [row] = await world.database.query('SELECT holder_id, completed_by FROM review_task WHERE id = $1', [taskId]);
    expect(row).toEqual({ holder_id: world.approver.id, completed_by: world.colleague.id });

    // 取回 in the principal's name gives it back to the principal's desk; the principal may take it back as well.
    expect(await world.colleague.client.api.retrieveTask({ params: { id: taskId } })).toMatchObject({ holder: { name: '周启明' } });
    await end(world.approver, made.id);
    const after = await refusal(world.colleague.client.api.releaseTask({ params: { id: taskId } }));
    expect(after).toMatchObject({ code: 'task.held-by-other' });
    expect(await refusal(world.approver.client.api.endDelegation({ params: { id: made.id } }))).toMatchObject({
      status: 409,
      code: 'delegation.over',
    });
    expect(await world.approver.client.api.releaseTask({ params: { id: taskId } })).toMatchObject({ status: 'pooled' });
  });

  it('a chief’s decision by a named document, in both names; not without', async () => {
    const { id } = await world.accepted('plain');
    const after = await reviewed(world, id);
    const decide = { params: { id }, body: { expectedVersion: after.version, decision: 'grant' as const, opinion: '同意' } };
    expect(await refusal(arrange(world.chief, world.chief, world.colleague))).toMatchObject({ code: 'delegation.authority-missing' });
    expect(await refusal(world.colleague.client.api.decideCase(decide))).toMatchObject({ status: 403 });
    const made = await arrange(world.chief, world.chief, world.colleague, { authority: AUTHORITY });
    expect(made.authority).toBe(AUTHORITY);
    const task = taskOf(after, 'decide');
    const { items } = await world.colleague.client.api.listTasks({ query: { tab: 'delegated' } });
    expect(items.map((one) => one.id)).toContain(task);
    const open = await world.colleague.client.api.getTask({ params: { id: task } });
    expect(open.caseActions.find(({ action }) => action === 'decide')).toMatchObject({ allowed: true });
    expect(open.caseActions.find(({ action }) => action === 'terminate')).toBeUndefined();
    expect(await world.colleague.client.api.decideCase(decide)).toMatchObject({ status: 'decided' });
    const story = await storyOf(id);
    for (const action of ['task.claim', 'task.complete', 'decide']) {
      expect(story.findLast((one) => one.action === action)?.actor.name).toBe('罗秀兰（谢文彬代）');
    }
    const [notice] = await world.database.query<{ officer: string }>(
      `SELECT content->>'officer' AS officer FROM notice WHERE case_id = $1 AND kind = 'decision'`,
      [id],
    );
    if (notice) expect(notice.officer).toBe('罗秀兰（谢文彬代）');
    await end(world.chief, made.id);
  });

  it('R5.6: neither in a case of the delegate’s own nor of the principal’s', async () => {
    const made = await arrange(world.approver, world.approver, world.colleague);
    for (const who of [world.colleague, world.approver]) {
      const { taskId, version } = await claimed(world.chief);
      await world.database.query(`UPDATE review_task SET holder_id = $2 WHERE id = $1`, [taskId, world.approver.id]);
      await world.database.query(`UPDATE staff SET identity_index = 'index-of-wang' WHERE id = $1`, [who.id]);
      await world.database.query(
        `UPDATE cases SET agent_identity_index = 'index-of-wang' WHERE id = (SELECT case_id FROM review_task WHERE id = $1)`,
        [taskId],
      );
      const body = { expectedVersion: version, opinion: '可' };
      expect(await refusal(world.colleague.client.api.completeTask({ params: { id: taskId }, body }))).toMatchObject({
        status: 403,
        code: 'task.recusal',
      });
      await world.database.query(`UPDATE staff SET identity_index = NULL WHERE id = $1`, [who.id]);
    }
    await end(world.approver, made.id);
  });

  it('whoever is away is given nothing; the refusal names who stands in', async () => {
    const { taskId, version } = await claimed(world.colleague);
    const made = await arrange(world.chief, world.approver, world.colleague);
    const hand = { params: { id: taskId }, body: { expectedVersion: version, toStaffId: world.approver.id, reason: '请办' } };
    const refused = await refusal(world.colleague.client.api.transferTask(hand));
    expect(refused).toMatchObject({ status: 422, code: 'task.target-on-leave', title: expect.stringContaining('由谢文彬代办') });
    const reassign = { params: { id: taskId }, body: { toStaffId: world.approver.id, reason: '请办' } };
    expect(await refusal(world.chief.client.api.reassignTask(reassign))).toMatchObject({ code: 'task.target-on-leave' });
    const receivers = () => world.colleague.client.api.colleagues({ params: { id: taskId } });
    const { items, nobody } = await receivers();
    expect(nobody).toBeNull();
    expect(items.find(({ id }) => id === world.approver.id)?.problem).toContain('不在岗');
    // With nobody else at work there is nobody to give it to.
    const others = items.filter(({ problem }) => problem === null).map(({ id }) => id);
    const work = (active: boolean) => world.database.query('UPDATE staff SET active = $2 WHERE id = ANY($1::uuid[])', [others, active]);
    await work(false);
    expect((await receivers()).nobody).toBe('本部门现在没有别人可以接手，有人能接手时再办');
    await work(true);
    // To the delegate it may go.
    const other = await claimed(world.chief);
    const given = await world.chief.client.api.reassignTask({
      params: { id: other.taskId },
      body: { toStaffId: world.colleague.id, reason: '代办' },
    });
    expect(given.holder?.name).toBe('谢文彬');
    // Tomorrow week they are back.
    await end(world.chief, made.id);
    expect((await world.colleague.client.api.transferTask(hand)).holder?.name).toBe('周启明');
  });

  it('is refused in words: dates, roles, departments, chains, others’ business', async () => {
    const { approver, colleague, chief, stranger } = world;
    const codeOf = async (call: Promise<unknown>) => (await refusal(call)).code;
    expect(await codeOf(arrange(approver, approver, colleague, { endsOn: addCalendarDays(today, -1) }))).toBe('delegation.dates-reversed');
    expect(await codeOf(arrange(approver, approver, colleague, { startsOn: addCalendarDays(today, -1) }))).toBe('delegation.in-the-past');
    expect(await codeOf(arrange(approver, approver, approver))).toBe('delegation.to-oneself');
    expect(await codeOf(arrange(approver, approver, stranger))).toBe('delegation.outside');
    expect(await codeOf(arrange(approver, approver, world.clerk))).toBe('delegation.outside');
    expect(await codeOf(arrange(approver, colleague, approver))).toBe('delegation.not-yours');
    expect(await codeOf(arrange(stranger, approver, colleague))).toBe('delegation.not-found');
    const reason = { reason: '请电 13800138000' };
    const body = { principalId: approver.id, delegateId: colleague.id, startsOn: today, endsOn: today, ...reason };
    expect(await codeOf(approver.client.api.createDelegation({ body }))).toBe('event.personal-data');

    // Two at once: one of them stands.
    const twice = await Promise.allSettled([arrange(approver, approver, colleague), arrange(chief, approver, chief)]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { given } = await approver.client.api.listDelegations();
    const standing = given.find(({ state }) => state === 'running');
    await end(chief, standing?.id ?? '');
    const made = await arrange(approver, approver, colleague);
    expect(await codeOf(arrange(chief, approver, chief))).toBe('delegation.overlaps');
    expect(await codeOf(arrange(colleague, colleague, chief))).toBe('delegation.chain');
    expect(await codeOf(arrange(chief, chief, approver, { authority: AUTHORITY }))).toBe('delegation.delegate-on-leave');
    const { items, problem } = await chief.client.api.delegates({
      query: { principalId: chief.id, startsOn: today, endsOn: addCalendarDays(today, 2) },
    });
    expect(problem).toBeNull();
    expect(items.find(({ id }) => id === approver.id)?.problem).toContain('不在岗');
    expect(items.find(({ id }) => id === colleague.id)).toMatchObject({ problem: null, needsAuthority: true });
    expect(await codeOf(stranger.client.api.endDelegation({ params: { id: made.id } }))).toBe('delegation.not-found');
    expect(await codeOf(colleague.client.api.endDelegation({ params: { id: made.id } }))).toBe('delegation.not-yours');
    await end(approver, made.id);
  });

  it('ends by itself after its last day', async () => {
    const { taskId } = await claimed(world.approver);
    await arrange(world.approver, world.approver, world.colleague, { endsOn: today });
    world.clock.advance({ days: 1 });
    expect(await refusal(world.colleague.client.api.releaseTask({ params: { id: taskId } }))).toMatchObject({ code: 'task.held-by-other' });
    expect((await world.approver.client.api.listDelegations()).given[0]).toMatchObject({ state: 'over', actions: [{ allowed: false }] });
    world.clock.advance({ days: -1 });
    const { given } = await world.approver.client.api.listDelegations();
    await end(world.approver, given[0]?.id ?? '');
  });
});

describe('a leaver', () => {
  it('is not switched off with work in hand: it is handed over first, the clocks unmoved, both told', async () => {
    const { client: security } = await world.person({ roles: ['security_admin'], name: '夏薇' });
    const leaver = await world.person({ roles: ['approver'], departmentId: world.leadId, name: '赵离' });
    const tasks = [await claimed(leaver), await claimed(leaver), await claimed(leaver)];
    const ids = tasks.map(({ taskId }) => taskId);
    const dates = () =>
      world.database.query(`SELECT id, statutory_due, promised_due, step_due FROM review_task WHERE id = ANY($1) ORDER BY id`, [ids]);
    const before = await dates();
    const off = { params: { id: leaver.id }, body: { active: false, reason: '调离' } };
    expect(await refusal(security.api.setStaffActive(off))).toMatchObject({
      status: 422,
      code: 'staff.holds-work',
      title: expect.stringContaining('赵离手上还有 3 件未办结'),
    });

    const target = { fromStaffId: leaver.id, strategy: 'balanced' as const };
    const { api } = world.chief.client;
    expect(await api.previewHandoff({ body: target })).toMatchObject({ moving: 3, excluded: [] });
    expect(await refusal(world.stranger.client.api.previewHandoff({ body: target }))).toMatchObject({ status: 403 });
    const self = { ...target, strategy: 'one' as const, toStaffId: leaver.id };
    expect(await refusal(api.previewHandoff({ body: self }))).toMatchObject({ code: 'handoff.to-oneself' });
    expect(await refusal(api.previewHandoff({ body: { ...target, fromStaffId: world.stranger.id } }))).toMatchObject({ status: 404 });
    const { id } = await api.handOff({ body: { ...target, reason: '调离，移交在办件' } });
    await world.drain();
    const batch = await api.getBatch({ params: { id } });
    expect(batch).toMatchObject({ kind: 'handoff', state: 'finished', done: 3, failed: 0 });
    expect(await dates()).toEqual(before);
    const receiver = batch.items[0]?.to?.id;
    const told = await world.database.query(`SELECT 1 FROM notification WHERE task_id = $1 AND staff_id = ANY($2)`, [
      batch.items[0]?.taskId,
      [leaver.id, receiver],
    ]);
    expect(told).toHaveLength(2);
    expect(await refusal(api.previewHandoff({ body: target }))).toMatchObject({ status: 422, code: 'handoff.nothing-held' });
    expect(await security.api.setStaffActive(off)).toMatchObject({ active: false });
  });
});

describe('取回 with parallel branches', () => {
  it('R1.5 what opens again counts from the day on which it was first pooled, a question from the day on which it is asked again', async () => {
    const { id } = await world.accepted('parallel');
    const split = await reviewed(world, id, 'site');
    const dues = ({ route }: typeof split) => ['plan', 'ask'].map((key) => route.find((step) => step.key === key)?.clock?.due ?? '');
    const [plan, ask] = dues(split);
    const site = taskOf(split, 'site');
    const { version } = await world.approver.client.api.retrieveTask({ params: { id: site } });
    const waiting = await world.approver.client.api.getCase({ params: { id } });
    expect([waiting.route.map(({ status }) => status), dues(waiting)]).toEqual([
      ['claimed', 'waiting', 'waiting', 'waiting'],
      ['', ''],
    ]);
    world.clock.advance({ days: 1 });
    await world.approver.client.api.completeTask({ params: { id: site }, body: { expectedVersion: version, opinion: '符合条件' } });
    const again = dues(await world.approver.client.api.getCase({ params: { id } }));
    expect([again[0], (again[1] ?? '') > (ask ?? '')]).toEqual([plan, true]);
  });

  it('only what the task itself opened counts as begun', async () => {
    const accepted = await world.accepted('parallel');
    const split = await reviewed(world, accepted.id, 'site');
    // Both branches are open; the consultation is claimed: 现场核查 can't come back.
    await world.stranger.client.api.claimTask({ params: { id: taskOf(split, 'ask') } });
    expect(await refusal(world.approver.client.api.retrieveTask({ params: { id: taskOf(split, 'site') } }))).toMatchObject({
      code: 'task.later-work-begun',
    });
    // 方案审查 done, the other branch in work: it can, for nothing waits on it alone.
    const half = await reviewed(world, accepted.id, 'plan');
    const back = await world.approver.client.api.retrieveTask({ params: { id: taskOf(half, 'plan') } });
    expect(back.status).toBe('claimed');
    const now = await world.approver.client.api.getCase({ params: { id: accepted.id } });
    expect(now.route.map(({ status }) => status)).toEqual(['done', 'claimed', 'claimed', 'waiting']);
  });
});
