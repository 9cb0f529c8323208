import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Member, type ReviewWorld, startReviewWorld, taskOf } from '../../test/review-world.js';
import { CommandRunner } from '../platform/index.js';
import { Recipients } from './recipients.js';

let world: ReviewWorld;
beforeAll(async () => {
  world = await startReviewWorld({ sessionIdleMinutes: 1_000_000, sessionHours: 100_000 });
  world.clock.set('2026-03-02T02:00:00.000Z');
});
afterAll(() => world.close());

const wordsTo = async (member: Member) => (await member.client.api.myNotifications()).items.map(({ words }) => words);
/** Sweeps twice: what was told once is not told again. */
async function sweepAt(instant: string): Promise<void> {
  world.clock.set(instant);
  await world.sweep();
  world.clock.advance({ hours: 2 });
  await world.sweep();
}

describe('what time brings to mind', () => {
  it('a step that turns yellow, then red: one message each to the holder, or to the chief while nobody holds it', async () => {
    // Three working days: due Thursday 03-05, yellow from Tuesday on.
    const [mine, pooled] = [await world.accepted('plain'), await world.accepted('plain')];
    await world.approver.client.api.claimTask({ params: { id: taskOf(mine, 'review') } });
    await sweepAt('2026-03-02T03:00:00.000Z');
    expect(await wordsTo(world.approver)).toEqual([]);
    await sweepAt('2026-03-03T03:00:00.000Z');
    expect(await wordsTo(world.approver)).toEqual([`公共场所卫生许可 ${mine.title}：书面审查剩 2 个工作日，03-05 到期`]);
    expect(await wordsTo(world.chief)).toEqual([`公共场所卫生许可 ${pooled.title}：书面审查剩 2 个工作日，03-05 到期，还没有人签收`]);
    // The worker was off on Friday: told on Monday, once, with Monday's words.
    await sweepAt('2026-03-09T03:00:00.000Z');
    expect((await wordsTo(world.approver))[0]).toBe(`公共场所卫生许可 ${mine.title}：书面审查超 2 天，03-05 到期`);
    expect(await wordsTo(world.approver)).toHaveLength(2);
    const marks = await world.database.query<{ dueOn: string; sentOn: string }>(
      `SELECT due_on AS "dueOn", sent_on AS "sentOn" FROM reminder WHERE kind = 'stepRed' ORDER BY subject_id`,
    );
    expect(marks).toEqual([1, 2].map(() => ({ dueOn: '2026-03-05', sentOn: '2026-03-09' })));
  });

  it('results nobody collects, papers nobody brings, pauses that end: once for each day on which they fall due (R6.3, R2.8, R3.2)', async () => {
    world.clock.set('2026-03-10T02:00:00.000Z');
    const ready = await world.accepted('instant');
    const { version } = ready;
    await world.clerk.client.api.decideCase({ params: { id: ready.id }, body: { expectedVersion: version, decision: 'grant' } });
    const waiting = await world.accepted('plain');
    const paused = await world.accepted('plain');
    // Who answers a question of another department can't end the pause, and is not told instead of those who can.
    const { id: mine } = await world.approver.client.api.claimTask({ params: { id: taskOf(paused, 'review') } });
    await world.approver.client.api.askConsultation({ params: { id: mine }, body: { departmentIds: [world.otherId], question: '可否' } });
    const asked = (await world.stranger.client.api.listConsultations({})).items.find(({ caseId }) => caseId === paused.id);
    await world.stranger.client.api.claimTask({ params: { id: asked?.id ?? '' } });
    await world.approver.client.api.releaseTask({ params: { id: mine } });
    await world.database.query(`UPDATE cases SET status = 'supplementing', supplement_by = '2026-03-12' WHERE id = $1`, [waiting.id]);
    const held = await world.accepted('plain');
    const { id: heldTask } = await world.approver.client.api.claimTask({ params: { id: taskOf(held, 'review') } });
    for (const { id } of [paused, held]) {
      const halt = [{ id, kind: 'testing', start: '2026-03-10', announcedEnd: '2026-03-18', actualEnd: null }];
      await world.database.query('UPDATE cases SET halts = $2 WHERE id = $1', [id, JSON.stringify(halt)]);
    }
    const about = async (member: Member, what: string) => (await wordsTo(member)).filter((words) => words.includes(what));

    await sweepAt('2026-03-12T03:00:00.000Z');
    expect(await about(world.clerk, '公共场所卫生许可')).toEqual([]);
    await sweepAt('2026-03-13T03:00:00.000Z');
    expect(await about(world.clerk, '补正材料')).toEqual([expect.stringMatching(/补正材料 03-12 前应到，还没有到。电话通知申请人$/)]);
    await sweepAt('2026-03-16T03:00:00.000Z');
    expect(await about(world.chief, '恢复计时')).toEqual([expect.stringMatching(/检测?.*告知 03-18 结束。结束后恢复计时$/)]);
    const told = (await world.approver.client.api.myNotifications()).items.filter(({ words }) => words.includes('恢复计时'));
    expect(told).toMatchObject([{ caseId: held.id, taskId: heldTask }]);
    await sweepAt('2026-03-23T03:00:00.000Z');
    expect(await about(world.clerk, '待取')).toEqual([]);
    // Ten working days after 03-10. Days of standstill later, the hall is told once, not once for every day.
    await sweepAt('2026-03-26T03:00:00.000Z');
    expect(await about(world.clerk, '待取')).toEqual([expect.stringMatching(/：结果 03-10 起待取，还没有领。电话通知申请人$/)]);
    const listed = (await world.clerk.client.api.listReady()).items.map(({ uncollected }) => uncollected);
    expect(listed).toEqual([{ remindedOn: '2026-03-24', overdueDays: 2 }]);
    await sweepAt('2026-03-30T03:00:00.000Z');
    expect(await about(world.clerk, '补正材料')).toHaveLength(2);
    expect(await about(world.chief, '补正材料')).toEqual([expect.stringMatching(/可以终止$/)]);
    expect(await about(world.clerk, '待取')).toHaveLength(1);
    expect(await about(world.chief, '恢复计时')).toHaveLength(1);
  });

  it('forgets its marks after half a year', async () => {
    const marks = async () => (await world.database.query<{ n: number }>('SELECT count(*)::int AS n FROM reminder'))[0]?.n;
    expect(await marks()).toBeGreaterThan(0);
    await world.database.query(`UPDATE reminder SET sent_on = '2025-01-02' WHERE kind = 'uncollected'`);
    world.clock.advance({ hours: 25 });
    expect(await world.sweep()).toContain('forget-reminders');
    const old = await world.database.query(`SELECT 1 FROM reminder WHERE sent_on = '2025-01-02'`);
    expect(old).toEqual([]);
  });

  it('a step that is found on its very last day: the day is said once', async () => {
    world.clock.set('2026-12-07T02:00:00.000Z');
    const mine = await world.accepted('plain');
    await world.approver.client.api.claimTask({ params: { id: taskOf(mine, 'review') } });
    await sweepAt('2026-12-10T03:00:00.000Z');
    const { items } = await world.approver.client.api.myNotifications();
    const told = items.filter(({ caseId }) => caseId === mine.id).map(({ words }) => words);
    expect(told).toEqual([`公共场所卫生许可 ${mine.title}：书面审查今天到期`]);
  });

  it('代理授权: who works the desk of an absent officer hears of its work as well, once, and of nothing else', async () => {
    world.clock.set('2026-12-14T02:00:00.000Z');
    const held = await world.accepted('plain');
    await world.approver.client.api.claimTask({ params: { id: taskOf(held, 'review') } });
    const days = { startsOn: '2026-12-14', endsOn: '2026-12-15', reason: '培训' };
    const body = { ...days, principalId: world.approver.id, delegateId: world.colleague.id };
    await world.approver.client.api.createDelegation({ body });
    await sweepAt('2026-12-15T03:00:00.000Z');
    const words = `公共场所卫生许可 ${held.title}：书面审查剩 2 个工作日，12-17 到期`;
    const about = async ({ client }: Member) =>
      (await client.api.myNotifications()).items.filter(({ caseId }) => caseId === held.id).map((one) => one.words);
    expect(await about(world.approver)).toEqual([words]);
    expect(await about(world.colleague)).toEqual([`代周启明：${words}`]);
    const halt = [{ id: held.id, kind: 'testing', start: '2026-12-14', announcedEnd: '2026-12-15', actualEnd: null }];
    await world.database.query('UPDATE cases SET halts = $2 WHERE id = $1', [held.id, JSON.stringify(halt)]);
    await sweepAt('2026-12-15T08:00:00.000Z');
    expect((await about(world.colleague))[0]).toMatch(/^代周启明：.*检测告知/);
    // Back at work: red is told to the holder alone.
    await sweepAt('2026-12-21T03:00:00.000Z');
    expect((await about(world.approver))[0]).toContain('超 2 天');
    expect(await about(world.colleague)).toHaveLength(2);
  });

  it('R1.2 a year whose notice is not in: its administrators are told once, from December on, until it is', async () => {
    const admin = await world.person({ roles: ['system_admin'] });
    await sweepAt('2027-02-01T03:00:00.000Z');
    await sweepAt('2027-02-03T03:00:00.000Z');
    expect(await wordsTo(admin)).toEqual([expect.stringMatching(/^2027 年的放假安排还没有装入：.*在“工作日历”装入$/)]);
    expect((await wordsTo(world.chief)).filter((words) => words.includes('放假安排'))).toEqual([]);
  });

  it('R2.8 papers that a clerk asked for who is gone: the hall’s manager is told in their place', async () => {
    world.clock.set('2027-03-01T02:00:00.000Z');
    const clerk = await world.person({ roles: ['clerk'], hallId: world.hallId });
    const manager = await world.person({ roles: ['hall_manager'], hallId: world.hallId });
    const { id } = await world.accepted('plain');
    await world.database.query(`UPDATE cases SET status = 'supplementing', supplement_by = '2027-03-02', created_by = $2 WHERE id = $1`, [
      id,
      clerk.id,
    ]);
    await world.database.query('UPDATE staff SET active = false WHERE id = $1', [clerk.id]);
    await sweepAt('2027-03-03T03:00:00.000Z');
    const told = (await manager.client.api.myNotifications()).items.filter(({ caseId }) => caseId === id).map(({ words }) => words);
    expect(told).toEqual([expect.stringMatching(/补正材料 03-02 前应到，还没有到。电话通知申请人$/)]);
  });
});

describe('who answers for a hall', () => {
  it('is somebody who can open the case, beside a manager who cannot', async () => {
    const [runner, recipients] = [world.get(CommandRunner), world.get(Recipients)];
    const told = async () => (await runner.runSystem((tx) => recipients.ofHalls(tx, [world.hallId]))).get(world.hallId)?.toSorted();
    const manager = await world.person({ roles: ['hall_manager'], hallId: world.hallId });
    expect(await told()).toEqual(expect.arrayContaining([world.clerk.id, manager.id]));
    const both = await world.person({ roles: ['hall_manager', 'clerk'], hallId: world.hallId });
    expect(await told()).toEqual(expect.arrayContaining([manager.id, both.id]));
    expect(await told()).not.toContain(world.clerk.id);
  });
});
