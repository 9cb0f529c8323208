import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { person, publishItem, SHOP_PERMIT } from '../../test/hall-factory.js';
import { createHall, REGION_CODE } from '../../test/people-factory.js';
import { ResultWorld } from '../../test/result-world.js';
import type { TestClient } from '../../test/test-client.js';

let world: ResultWorld;
let elsewhere: TestClient;
let elsewhereId: string;
let regional: { versionId: string };
beforeAll(async () => {
  world = await ResultWorld.start();
  elsewhereId = (await createHall(world.app.database)).hallId;
  elsewhere = await world.hall.staff(['clerk'], { hallId: elsewhereId });
  regional = await publishItem(world.app, {
    departmentCode: world.hall.departmentCode,
    definition: { ...SHOP_PERMIT, scope: 'region' },
    name: '通办许可',
  });
  // By turns one for its own hall alone and one for all of the district; the third waits in the other hall, and so does the fourth.
  for (const [at, who] of [201, 202, 203, 204, 205].entries()) {
    const { caseId } = await world.ready(who, at % 2 === 0 ? world.hall.shop.versionId : regional.versionId);
    if (at >= 2) await world.app.database.query('UPDATE cases SET hall_id = $2 WHERE id = $1', [caseId, elsewhereId]);
    world.app.clock.advance({ minutes: 1 });
  }
});
afterAll(() => world.app.close());

/** What R6.2 and R11 say, row by row. */
async function mayGoOut(hallId: string): Promise<string[]> {
  const rows = await world.app.database.query<{ id: string }>(
    `SELECT c.id FROM cases c JOIN item_version v ON v.id = c.item_version_id
      WHERE c.status = 'ready' AND c.district_code = $2 AND (c.hall_id = $1 OR v.definition->>'scope' = 'region')
      ORDER BY c.ready_at, c.id`,
    [hallId, REGION_CODE.slice(0, 6)],
  );
  return rows.map(({ id }) => id);
}

async function pages(client: TestClient, limit: number, cursor?: string): Promise<{ ids: string[]; totals: number[] }> {
  const page = await client.api.listReady({ query: { limit, ...(cursor === undefined ? {} : { cursor }) } });
  const rest = page.nextCursor === null ? { ids: [], totals: [] } : await pages(client, limit, page.nextCursor);
  return { ids: [...page.items.map(({ caseId }) => caseId), ...rest.ids], totals: [page.total, ...rest.totals] };
}

describe('what a hall may hand out (R6.2, R11)', () => {
  it.each([1, 2, 200])(
    'is its own and what is for the whole district, longest first, in pages of %i, with how many in all',
    async (limit) => {
      const here = await mayGoOut(world.hall.hallId);
      const there = await mayGoOut(elsewhereId);
      // Of five: one of each kind here, one regional and two of the own hall there.
      expect([here.length, there.length]).toEqual([3, 4]);
      expect(await pages(world.hall.clerk, limit)).toEqual({ ids: here, totals: Array(Math.ceil(3 / limit)).fill(3) });
      expect(await pages(elsewhere, limit)).toEqual({ ids: there, totals: Array(Math.ceil(4 / limit)).fill(4) });
    },
  );

  it('counts what was sought, and lists one applicant’s', async () => {
    const regionals = await world.hall.clerk.api.listReady({ query: { q: '通办', limit: 1 } });
    expect([regionals.items.length, regionals.total]).toEqual([1, 2]);
    const applicantId = regionals.items[0]?.applicantId ?? '';
    const own = await elsewhere.api.listReady({ query: { applicantId } });
    expect(own.items.map((row) => row.caseId)).toEqual([regionals.items[0]?.caseId]);
    expect(own.total).toBe(1);
    expect(await elsewhere.api.listReady({ query: { applicantId, q: '没有' } })).toMatchObject({ items: [], total: 0 });
  });

  it('finds for one collector the results of several applicants, and records a look-up of each', async () => {
    const identityNumber = person(205).identityNumber;
    const [self] = (await elsewhere.api.findReady({ body: { code: identityNumber } })).items;
    await world.app.database.query(
      `UPDATE cases c SET agent_identity_index = a.identity_index FROM applicant a WHERE a.id = $1 AND c.status = 'ready' AND c.hall_id = $2`,
      [self?.applicantId, elsewhereId],
    );
    const { items, total } = await elsewhere.api.findReady({ body: { code: identityNumber } });
    expect([items.length, new Set(items.map(({ applicantId }) => applicantId)).size, total]).toEqual([3, 3, 3]);
    const trail = await world.app.database.query<{ id: string; found: number }>(
      `SELECT subject_id AS id, (detail->>'found')::integer AS found FROM audit_entry WHERE detail->>'at' = 'ready-results'`,
    );
    expect(trail.map(({ id, found }) => [id, found]).sort()).toEqual([self, ...items].map((row) => [row?.applicantId, 1]).sort());
  });

  it('ends at the district: another’s halls hand out nothing of it', async () => {
    await world.app.database.query(`UPDATE cases SET district_code = '440198' WHERE hall_id = $1`, [elsewhereId]);
    expect((await pages(world.hall.clerk, 200)).ids).toHaveLength(2);
    await world.app.database.query(`UPDATE cases SET district_code = $2 WHERE hall_id = $1`, [elsewhereId, REGION_CODE.slice(0, 6)]);
  });

  it('says how many there are where they are too many to be listed', async () => {
    const [row] = (await elsewhere.api.listReady({ query: { limit: 1 } })).items;
    await world.app.database.query(
      `WITH copied AS (
         INSERT INTO cases
         SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'case_no', '9' || lpad(n::text, 20, '0'), 'progress_token', n))).*
           FROM cases c, generate_series(1, 201) n WHERE c.id = $1 RETURNING id)
       INSERT INTO result SELECT (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'case_id', copied.id, 'number', copied.id))).*
         FROM result r, copied WHERE r.case_id = $1`,
      [row?.caseId],
    );
    const { items, total } = await elsewhere.api.findReady({ body: { code: row?.caseNo ?? '' } });
    expect([items.length, total]).toEqual([200, 202]);
    expect((await elsewhere.api.listReady({ query: { limit: 1 } })).total).toBe(205);
  });
});
