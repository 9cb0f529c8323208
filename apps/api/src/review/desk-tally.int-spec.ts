import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '@onewindow/contracts';
import { wrongTallies } from '../../test/desk-tally.js';
import { type ReviewWorld, startReviewWorld, taskOf } from '../../test/review-world.js';

const CASES = 12;
let world: ReviewWorld;
let accepted: CaseDetail[];
beforeAll(async () => {
  world = await startReviewWorld();
  accepted = [];
  for (let at = 0; at < CASES; at += 1) accepted.push(await world.accepted('plain'));
});
afterAll(() => world.close());

const tallies = () => world.database.query<{ n: number; rows: number }>('SELECT sum(n)::int AS n, count(*)::int AS rows FROM desk_tally');
const counts = async () => await world.approver.client.api.countTasks();
const listed = async (tab: 'pool' | 'mine') => (await world.approver.client.api.listTasks({ query: { tab, limit: 200 } })).items.length;
const officer = (at: number) => (at % 2 === 0 ? world.approver : world.colleague);
const paramsOf = (one: CaseDetail) => ({ id: taskOf(one, 'review') });
describe('the counts of the desks', () => {
  it('are what the lists hold, at once after every claim and release, by whichever officer and all at the same time', async () => {
    await Promise.all(accepted.map((one, at) => officer(at).client.api.claimTask({ params: paramsOf(one) })));
    expect(await counts()).toMatchObject({ pool: { all: 0 }, mine: { all: CASES / 2 } });
    await Promise.all(accepted.slice(0, 4).map((one, at) => officer(at).client.api.releaseTask({ params: paramsOf(one) })));
    const { pool, mine } = await counts();
    expect([pool.all, mine.all]).toEqual([await listed('pool'), await listed('mine')]);
    expect([pool.all, mine.all]).toEqual([4, CASES / 2 - 2]);
    expect(await wrongTallies(world.database)).toEqual([]);
  });

  it('are put right within a day, should anybody have changed them by hand, while others work', async () => {
    await world.database.query('UPDATE desk_tally SET n = n + 7');
    await world.database.query('DELETE FROM desk_tally WHERE id = (SELECT max(id) FROM desk_tally)');
    expect(await wrongTallies(world.database)).not.toEqual([]);
    const mine = (await tallies())[0]?.n ?? 0;
    expect(mine).not.toBe(CASES);
    const claims = accepted.slice(0, 4).map((one) => world.approver.client.api.claimTask({ params: paramsOf(one) }));
    expect(await world.sweep()).toContain('mend-desk-tally');
    await Promise.all(claims);
    expect(await wrongTallies(world.database)).toEqual([]);
    expect((await counts()).mine.all).toBe(await listed('mine'));
  });

  it('are folded with it: one row for each sort, none of nothing', async () => {
    world.clock.advance({ days: 1 });
    expect(await world.sweep()).toContain('mend-desk-tally');
    const sorts = await world.database.query(
      `SELECT DISTINCT holder_id, department_id, kind, role, status, paused, nearest_due FROM review_task WHERE status IN ('pooled', 'claimed')`,
    );
    expect(await wrongTallies(world.database)).toEqual([]);
    expect(await tallies()).toEqual([{ n: CASES, rows: sorts.length }]);
  });
});
