import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { reviewed, type ReviewWorld, startReviewWorld, taskOf } from '../../test/review-world.js';
import { refusal } from '../../test/test-client.js';

let world: ReviewWorld;
beforeAll(async () => {
  world = await startReviewWorld({ sessionIdleMinutes: 1_000_000, sessionHours: 100_000 });
  world.clock.set('2026-10-22T02:00:00.000Z');
});
afterAll(() => world.close());

/** A case whose consultation is open, with the parallel review done: only the answer is missing. */
async function waiting(): Promise<{ id: string; ask: string }> {
  const { id } = await world.accepted(world.items.parallel);
  await reviewed(world, id, 'site');
  const after = await reviewed(world, id, 'plan');
  return { id, ask: taskOf(after, 'ask') };
}
const now = (id: string) => world.approver.client.api.getCase({ params: { id } });
const statuses = async (id: string) => (await now(id)).route.map(({ status }) => status);

it('R3.2 R5.2 an answer is taken back until the day to which a pause has moved its limit', async () => {
  world.clock.set('2026-11-23T02:00:00.000Z');
  const { id } = await world.accepted(world.items.parallel);
  await reviewed(world, id, 'site');
  const ask = taskOf(await now(id), 'ask');
  const { version } = (await world.stranger.client.api.listConsultations({})).items.find((one) => one.id === ask) ?? { version: 0 };
  const body = { expectedVersion: version, outcome: 'agree' as const, opinion: '无意见' };
  await world.stranger.client.api.answerConsultation({ params: { id: ask }, body });
  // The days ended on 11-30; six working days of a pause lie among them.
  const halt = [{ id, kind: 'testing', start: '2026-11-24', announcedEnd: '2026-12-02', actualEnd: '2026-12-02' }];
  await world.database.query('UPDATE cases SET halts = $2 WHERE id = $1', [id, JSON.stringify(halt)]);
  world.clock.set('2026-12-09T02:00:00.000Z');
  expect(await refusal(world.stranger.client.api.retrieveTask({ params: { id: ask } }))).toMatchObject({ code: 'task.answer-days-over' });
  world.clock.set('2026-12-08T02:00:00.000Z');
  expect((await world.stranger.client.api.retrieveTask({ params: { id: ask } })).status).toBe('claimed');
});

it('R5.2 once silence counts the question is not sent on to start its days anew', async () => {
  world.clock.set('2026-11-23T02:00:00.000Z');
  const { ask } = await waiting();
  const { version } = await world.stranger.client.api.claimTask({ params: { id: ask } });
  const refuse = () =>
    world.stranger.client.api.refuseTask({ params: { id: ask }, body: { expectedVersion: version, reason: '不归本部门' } });
  world.clock.set('2026-12-01T02:00:00.000Z');
  expect(await refusal(refuse())).toMatchObject({ status: 409, code: 'consultation.silence-counted' });
  world.clock.set('2026-11-30T02:00:00.000Z');
  expect(await refuse()).toMatchObject({ status: 'refused' });
});

it('R3.2 R5.2 never counts for days of a pause whose end was put on record later', async () => {
  world.clock.set('2026-11-23T02:00:00.000Z');
  const { id, ask } = await waiting();
  // On 12-03 its end was recorded as of 11-24: by the law's days the answer was due on 12-01.
  const halt = {
    id,
    kind: 'testing',
    start: '2026-11-23',
    announcedEnd: '2026-12-04',
    actualEnd: '2026-11-24',
    recordedOn: '2026-12-03',
  };
  await world.database.query('UPDATE cases SET halts = $2 WHERE id = $1', [id, JSON.stringify([halt])]);
  await world.database.query(`UPDATE review_task SET step_due = '2026-12-01' WHERE id = $1`, [ask]);
  world.clock.set('2026-12-04T02:00:00.000Z');
  await world.sweep();
  await world.drain();
  expect(await statuses(id)).toEqual(['done', 'done', 'pooled', 'waiting']);
  world.clock.set('2026-12-11T02:00:00.000Z');
  await world.sweep();
  await world.drain();
  // Five working days after 12-03.
  expect((await now(id)).route[2]).toMatchObject({ status: 'deemed', finishedAt: '2026-12-10T16:00:00.000Z' });
});
