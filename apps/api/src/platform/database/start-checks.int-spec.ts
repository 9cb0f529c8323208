import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { acceptedShopCase, openHall } from '../../../test/hall-factory.js';
import { startApp, type TestApp } from '../../../test/start-app.js';
import { assertKeysOpen } from './start-checks.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

it('starts with any keys where nothing is sealed, and then only with those that open it', async () => {
  const other = randomBytes(32);
  const withOther = {
    ...app.config,
    keys: { ...app.config.keys, encryption: new Map([['other', other]]), currentEncryptionKeyId: 'other' },
  };
  await assertKeysOpen(withOther);
  await acceptedShopCase(await openHall(app), 81);
  await expect(assertKeysOpen(withOther)).rejects.toThrow(/用别的密钥加密的（密钥号 test）.*keys\.json/);
  await assertKeysOpen(app.config);
  const rotated = new Map([['other', other], ...app.config.keys.encryption]);
  await assertKeysOpen({ ...withOther, keys: { ...withOther.keys, encryption: rotated } });
});
