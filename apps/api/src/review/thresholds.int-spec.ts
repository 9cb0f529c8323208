import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ReviewWorld, startReviewWorld, taskOf } from '../../test/review-world.js';

let world: ReviewWorld;
beforeAll(async () => {
  const patience = { sessionIdleMinutes: 1_000_000, sessionHours: 100_000 };
  world = await startReviewWorld({ ...patience, lights: { redBelow: 1, yellowThrough: 3 }, stalledAfter: 2 });
});
afterAll(() => world.close());

describe('an installation with days of its own for lights and stalled work (R1.8, R5.7)', () => {
  it('shows, counts, filters and reminds by them', async () => {
    world.clock.set('2026-03-02T02:00:00.000Z');
    // Three working days for its step: due Thursday 03-05.
    const own = await world.accepted('plain');
    const task = taskOf(own, 'review');
    const { api } = world.approver.client;
    await api.claimTask({ params: { id: task } });
    const seen = async () => {
      const { mine } = await api.countTasks();
      const { items } = await api.listTasks({ query: { tab: 'mine' } });
      const row = items.find(({ id }) => id === task);
      const clock = await api.explainClock({ params: { id: own.id }, query: { clock: 'step', taskId: task } });
      const filtered = await api.listTasks({ query: { tab: 'mine', light: row?.light } });
      const board = await world.chief.client.api.departmentBoard();
      const { stalled } = await world.supervisor.client.api.supervisionOverview({ query: {} });
      return {
        light: [row?.light, row?.clocks.step?.light, clock.light],
        counts: [mine, board.held].map(({ red, yellow, green }) => [red, yellow, green].join()),
        filtered: filtered.items.map(({ id }) => id),
        stalled,
      };
    };
    const same = (light: string, counts: string, stalled: number) => ({
      light: [light, light, light],
      counts: [counts, counts],
      filtered: [task],
      stalled,
    });
    expect(await seen()).toEqual(same('yellow', '0,1,0', 0));
    world.clock.set('2026-03-04T02:00:00.000Z');
    expect(await seen()).toEqual(same('yellow', '0,1,0', 1));
    // The day on which it is due is red here.
    world.clock.set('2026-03-05T02:00:00.000Z');
    expect(await seen()).toEqual(same('red', '1,0,0', 1));
    await world.sweep();
    const words = (await api.myNotifications()).items.map((one) => one.words);
    expect(words).toEqual([`公共场所卫生许可 ${own.title}：书面审查今天到期`]);
    expect((await api.getSession()).thresholds).toEqual({ redBelow: 1, yellowThrough: 3, stalledAfter: 2 });
  });
});
