import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyEvents } from '../src/cli/verify/verify-events.js';
import { acceptedShopCase, handIn, openShopDraft } from './hall-factory.js';
import { openVerifyWorld, type VerifyWorld } from './verify-world.js';

let world: VerifyWorld;
beforeAll(async () => {
  world = await openVerifyWorld();
});
afterAll(() => world.close());

const faults = async () => (await verifyEvents(world.pool, undefined, () => undefined)).faults;

describe('verify:events', () => {
  it('lets the story of a discarded draft stand alone, but not that of a case whose row is gone', async () => {
    const { app, hall } = world;
    const draft = await openShopDraft(hall, 1);
    await handIn(hall.clerk, draft.id, 'application');
    await hall.clerk.api.discardDraft({ params: { id: draft.id } });
    const accepted = await acceptedShopCase(hall, 2);
    expect(await faults()).toEqual([]);
    for (const table of ['case_material', 'case_file', 'review_task', 'notice']) {
      await app.database.query(`DELETE FROM ${table} WHERE case_id = $1`, [accepted.id]);
    }
    await app.database.query('DELETE FROM cases WHERE id = $1', [accepted.id]);
    expect(await faults()).toEqual([{ caseId: accepted.id, caseNo: null, seq: 1, problem: 'case' }]);
  });
});
