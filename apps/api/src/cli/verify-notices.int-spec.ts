import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptedShopCase } from '../../test/hall-factory.js';
import { openVerifyWorld, type VerifyWorld } from '../../test/verify-world.js';
import { FileStore } from '../platform/index.js';
import { verifyNotices } from './verify/verify-notices.js';

let world: VerifyWorld;
beforeAll(async () => {
  world = await openVerifyWorld();
});
afterAll(() => world.close());

async function printed(who: number): Promise<{ number: string; sha256: string }> {
  const { app, hall } = world;
  const { notices } = await acceptedShopCase(hall, who);
  const id = notices.find(({ kind }) => kind === 'acceptance')?.id ?? '';
  await hall.clerk.api.printNotice({ params: { id } });
  const [row] = await app.database.query<{ number: string; sha256: string }>('SELECT number, sha256 FROM notice WHERE id = $1', [id]);
  if (!row) throw new Error('the notice was not printed');
  return row;
}

const pathOf = (sha256: string): string => join(world.app.config.dataDir, 'files', sha256.slice(0, 2), sha256);

describe('the verifier of printed notices', () => {
  it('finds nothing where nothing was changed, and a changed byte, a changed row and lost bytes wherever they are', async () => {
    const { app, hall, pool } = world;
    const [first, second, third] = [await printed(331), await printed(332), await printed(333)];
    const { id } = await hall.clerk.api.issueGuide({
      body: { itemVersionId: hall.shop.versionId, answers: { place: 'bath', air: false } },
    });
    await hall.clerk.raw('GET', `/api/guides/${id}/file`);
    const store = app.get(FileStore);
    expect(await verifyNotices(pool, store)).toEqual({ notices: 4, faults: [] });
    appendFileSync(pathOf(first.sha256), 'x');
    await app.database.query(`UPDATE case_file SET sha256 = repeat('a', 64) WHERE sha256 = $1`, [second.sha256]);
    const [guide] = await app.database.query<{ number: string }>(`UPDATE guide SET sha256 = repeat('b', 64) RETURNING number`);
    const { faults } = await verifyNotices(pool, store);
    expect(faults).toHaveLength(3);
    expect(faults).toEqual(
      expect.arrayContaining([
        { number: first.number, problem: 'bytes' },
        { number: second.number, problem: 'row' },
        { number: guide?.number, problem: 'lost' },
      ]),
    );
    expect(faults.map(({ number }) => number)).not.toContain(third.number);
  });
});
