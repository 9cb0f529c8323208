import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Product } from '../setup/product.mjs';
import { type Account, accounts } from '../support/accounts.js';
import { acceptedCase, completeDraft, itemNamed } from '../support/case-over-api.js';
import { type Fleet, startFleet } from '../support/fleet.js';
import { listen } from '../support/live.js';
import { type Person, signIn } from '../support/person.js';

const ITEM = '高龄津贴';
const ROUNDS = 3;
const CASES = 16;
const START_MS = 300_000;
/** A dead worker's jobs are given to others after its lock has run out and a look at the stalled ones. */
const RECOVERY_MS = 150_000;

let fleet: Fleet;
let people: Account[];
beforeAll(async () => {
  fleet = await startFleet();
  people = await accounts(fleet.apis[0].origin);
}, START_MS);
afterAll(() => fleet.stop());

function who(...words: string[]): Account {
  const found = people.find((one) => words.every((word) => one.duty.includes(word)));
  if (!found) throw new Error(`No demonstration account for ${words.join(' ')}`);
  return found;
}

async function comeIn(api: Product, account: Account, counterNumber?: number): Promise<Person> {
  return await signIn(account.staffNo, account.password, { base: api.origin, ...(counterNumber === undefined ? {} : { counterNumber }) });
}

/** Messages of the outbox that no worker has finished. */
async function unfinished(): Promise<number> {
  const [row] = await fleet.rowsOf<{ n: number }>(
    'SELECT count(*)::int AS n FROM outbox_message m WHERE NOT EXISTS (SELECT 1 FROM processed_message p WHERE p.message_id = m.id)',
  );
  return row?.n ?? 0;
}

/** Looks until the number of unfinished messages is as wanted; bounded. @returns the last number */
async function unfinishedUntil(isWanted: (left: number) => boolean, patienceMs: number): Promise<number> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const left = await unfinished();
    if (isWanted(left) || Date.now() > deadline) return left;
  }
}

describe('two API processes and two workers on PostgreSQL and Redis', () => {
  it('show work at one that came in at the other, within a second', async () => {
    const [one, two] = fleet.apis;
    const clerk = await comeIn(one, who('窗口人员', '望湖'), 1);
    const officer = await comeIn(two, who('审批人员', '市场监管'));
    const { draft, version } = await completeDraft(clerk, await itemNamed(clerk, '食品经营'));
    const listening = await listen(two.origin, who('审批人员', '市场监管'));
    const before = Date.now();
    const { caseNo } = await clerk.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: version } });
    const answered = Date.now();
    // The first read after the commit is right, at whichever process.
    const inbox = async (): Promise<string[]> => {
      const { items } = await officer.api.listTasks({ query: { tab: 'pool', limit: 100 } });
      return items.map((task) => task.caseNo);
    };
    expect(await inbox()).toContain(caseNo);
    // Drafts concern no department: this is the acceptance.
    expect((await listening.heard(/^department:/, before, 5_000)) - answered).toBeLessThan(1_000);
    listening.close();
  });

  it('let one of two win a task, when both are asked at once at different processes', async () => {
    const [one, two] = fleet.apis;
    const [officer, other] = [who('审批人员', '市场监管'), who('首席代表', '市场监管')];
    const [atOne, atTwo] = [await comeIn(one, officer), await comeIn(two, other)];
    const { items } = await atOne.api.listTasks({ query: { tab: 'pool', limit: 1 } });
    const id = items[0]?.id ?? '';
    const claims = await Promise.allSettled([atOne, atTwo].map((person) => person.api.claimTask({ params: { id } })));
    expect(claims.map((claim) => claim.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it(
    'do every job once, though workers are killed in the middle',
    async () => {
      const clerks = [
        await comeIn(fleet.apis[0], who('窗口人员', '望湖'), 1),
        await comeIn(fleet.apis[1], who('窗口人员', '望湖'), 2),
      ] as const;
      const item = await itemNamed(clerks[0], ITEM);
      expect(await unfinishedUntil((left) => left === 0, RECOVERY_MS)).toBe(0);
      const ids: string[] = [];
      let interrupted = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        const clerkOf = (at: number): Person => clerks[at % 2 === 0 ? 0 : 1];
        const drafts = [];
        for (let at = 0; at < CASES; at += 1) drafts.push({ clerk: clerkOf(at), ...(await completeDraft(clerkOf(at), item)) });
        const accepted = await Promise.all(
          drafts.map(({ clerk, draft, version }) => clerk.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: version } })),
        );
        ids.push(...accepted.map((one) => one.id));
        await unfinishedUntil((left) => left < CASES, RECOVERY_MS);
        const victim = round % 2 === 0 ? 0 : 1;
        await fleet.workers[victim].kill('SIGKILL');
        interrupted += await unfinished();
        fleet.workers[victim] = await fleet.startWorker();
      }
      // Otherwise nobody was killed at work, and the test has shown nothing.
      expect(interrupted).toBeGreaterThan(0);
      expect(await unfinishedUntil((left) => left === 0, RECOVERY_MS)).toBe(0);
      const cases = await Promise.all(ids.map((id) => clerks[1].api.getCase({ params: { id } })));
      const notices = cases.flatMap((one) => one.notices);
      expect(notices.filter((notice) => notice.kind === 'acceptance')).toHaveLength(ROUNDS * CASES);
      expect(notices.filter((notice) => notice.fileId === null)).toEqual([]);
      expect(new Set(notices.map((notice) => notice.number)).size).toBe(notices.length);
      const rendered = await fleet.rowsOf<{ n: number }>(
        `SELECT count(*)::int AS n FROM case_file WHERE material_code IS NULL AND case_id IN (${ids.map((id) => `'${id}'`).join(', ')})`,
      );
      expect(rendered[0]?.n).toBe(notices.length);
      expect(await fleet.rowsOf('SELECT id FROM outbox_message WHERE dead_at IS NOT NULL')).toEqual([]);
      expect(await fleet.operate('verify-events')).toContain('链完整');
    },
    2 * RECOVERY_MS,
  );

  it('go on with one API process and one worker less', async () => {
    const [one, two] = fleet.apis;
    await Promise.all([one.kill('SIGKILL'), fleet.workers[0].kill('SIGKILL')]);
    const clerk = await comeIn(two, who('窗口人员', '望湖'), 2);
    const { accepted } = await acceptedCase(clerk, await itemNamed(clerk, ITEM));
    expect(await unfinishedUntil((left) => left === 0, RECOVERY_MS)).toBe(0);
    const { notices } = await clerk.api.getCase({ params: { id: accepted.id } });
    expect(notices.map((notice) => notice.fileId !== null)).toEqual([true]);
  });
});
