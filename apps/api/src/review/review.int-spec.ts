import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startReviewWorld, taskOf, type ReviewWorld } from '../../test/review-world.js';
import { refusal } from '../../test/test-client.js';

let world: ReviewWorld;
beforeAll(async () => {
  world = await startReviewWorld();
});
afterAll(() => world.close());

describe('who sees what (R11)', () => {
  it('answers 404 to another department by any address', async () => {
    const { id } = await world.accepted('plain');
    const review = taskOf(await world.approver.client.api.getCase({ params: { id } }), 'review');
    const stranger = world.stranger.client.api;
    const answers = await Promise.all([
      refusal(stranger.getCase({ params: { id } })),
      refusal(stranger.getTask({ params: { id: review } })),
      refusal(stranger.claimTask({ params: { id: review } })),
      refusal(stranger.getCaseEvents({ params: { id } })),
      refusal(stranger.colleagues({ params: { id: review } })),
    ]);
    expect(answers.map((one) => one.status)).toEqual([404, 404, 404, 404, 404]);
    expect((await stranger.listTasks({ query: { tab: 'pool' } })).items.filter((one) => one.caseId === id)).toEqual([]);
  });

  it('counts what the lists show, by light', async () => {
    const counts = await world.approver.client.api.countTasks();
    const pool = await world.approver.client.api.listTasks({ query: { tab: 'pool', limit: 200 } });
    expect(counts.pool.all).toBe(pool.items.length);
    expect(counts.pool.red + counts.pool.yellow + counts.pool.green + counts.pool.paused).toBe(counts.pool.all);
  });

  it('pages by keyset without gap or repetition', async () => {
    const all = (await world.approver.client.api.listTasks({ query: { tab: 'pool', limit: 200 } })).items.map((one) => one.id);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await world.approver.client.api.listTasks({ query: { tab: 'pool', limit: 3, ...(cursor ? { cursor } : {}) } });
      paged.push(...page.items.map((one) => one.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(paged).toEqual(all);
  });
});

describe('bad input', () => {
  it('refuses what is no task, no cursor, no body', async () => {
    const client = world.approver.client;
    expect((await client.raw('GET', '/api/tasks/not-a-uuid')).status).toBe(400);
    expect((await client.raw('GET', '/api/tasks?cursor=%00%00')).status).toBe(400);
    expect((await client.raw('GET', `/api/tasks?cursor=${Buffer.from('[true,"x","y","z"]').toString('base64url')}`)).status).toBe(400);
    expect((await client.raw('POST', '/api/task-claims', { json: { taskIds: [] } })).status).toBe(400);
    expect((await client.raw('POST', '/api/tasks/01900000-0000-7000-8000-000000000000/claim', {})).status).toBe(404);
  });

  it('answers the same to the same key, and refuses another body under it', async () => {
    const { id } = await world.accepted('plain');
    const review = taskOf(await world.approver.client.api.getCase({ params: { id } }), 'review');
    const idempotencyKey = '0197a000-0000-7000-8000-00000000abcd';
    const once = await world.approver.client.api.claimTask({ params: { id: review } }, { idempotencyKey });
    expect(await world.approver.client.api.claimTask({ params: { id: review } }, { idempotencyKey })).toEqual(once);
    const other = taskOf(await world.approver.client.api.getCase({ params: { id: (await world.accepted('plain')).id } }), 'review');
    expect(await refusal(world.approver.client.api.claimTask({ params: { id: other } }, { idempotencyKey }))).toMatchObject({
      status: 422,
      code: 'idempotency.key-reused',
    });
  });
});
