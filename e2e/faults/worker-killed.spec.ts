import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '@onewindow/contracts';
import { removeData, startProduct } from '../setup/product.mjs';
import { accounts } from '../support/accounts.js';
import { acceptedCase, itemNamed } from '../support/case-over-api.js';
import { type Person, signIn } from '../support/person.js';

const CASES = 24;
const KILLS = 3;
const WAIT_SECONDS = 90;
const run = promisify(execFile);

async function clerkAt(origin: string): Promise<Person> {
  const clerk = (await accounts(origin)).find((one) => one.duty.includes('窗口'));
  if (!clerk) throw new Error('No clerk among the demonstration accounts');
  return await signIn(clerk.staffNo, clerk.password, { base: origin, counterNumber: 1 });
}

/** Reads each case until its notices are rendered; bounded. One question at a time: who asks must not take the machine from who renders. */
async function rendered(clerk: Person, ids: readonly string[]): Promise<CaseDetail[]> {
  const deadline = Date.now() + WAIT_SECONDS * 1000;
  const isDrawn = (one: CaseDetail): boolean => one.notices.every((notice) => notice.fileId !== null);
  const found: CaseDetail[] = [];
  for (const id of ids) {
    let one = await clerk.api.getCase({ params: { id } });
    while (!isDrawn(one) && Date.now() <= deadline) one = await clerk.api.getCase({ params: { id } });
    found.push(one);
  }
  return found;
}

describe('the process killed in the middle of its jobs', () => {
  it('loses nothing acknowledged and makes every receipt once', async () => {
    const first = await startProduct();
    const { dataDir } = first;
    let product = first;
    const ids: string[] = [];
    try {
      for (let kill = 0; kill < KILLS; kill += 1) {
        const clerk = await clerkAt(product.origin);
        const item = await itemNamed(clerk, '高龄津贴');
        for (let i = 0; i < CASES / KILLS; i += 1) ids.push((await acceptedCase(clerk, item)).accepted.id);
        // The last notices are being rendered now.
        await product.kill('SIGKILL');
        product = await startProduct({ dataDir });
      }
      const clerk = await clerkAt(product.origin);
      const cases = await rendered(clerk, ids);
      expect(cases.filter((one) => one.status !== 'accepted')).toEqual([]);
      const notices = cases.flatMap((one) => one.notices);
      expect(notices.filter((notice) => notice.fileId === null)).toEqual([]);
      expect(notices.filter((notice) => notice.kind === 'acceptance')).toHaveLength(CASES);
      expect(new Set(notices.map((notice) => notice.number)).size).toBe(notices.length);
      expect(new Set(notices.map((notice) => notice.fileId)).size).toBe(notices.length);
      const verify = join(import.meta.dirname, '../../apps/api/dist/cli/verify-events.js');
      const { stdout } = await run(process.execPath, [verify], { env: { ...process.env, NODE_OPTIONS: '', DATA_DIR: dataDir } });
      expect(stdout).toContain('链完整');
    } finally {
      await product.stop();
      removeData(dataDir);
    }
  });
});
