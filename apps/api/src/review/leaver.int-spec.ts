import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type Member, type ReviewWorld, startReviewWorld, taskOf } from '../../test/review-world.js';
import { refusal } from '../../test/test-client.js';

let world: ReviewWorld;
let security: Member;
let leaver: Member;
let other: pg.Client;
beforeAll(async () => {
  world = await startReviewWorld();
  security = await world.person({ roles: ['security_admin'] });
});
afterAll(() => world.close());
beforeEach(async () => {
  leaver = await world.person({ roles: ['approver'], departmentId: world.leadId, name: '谭静文' });
  other = new pg.Client({ connectionString: world.database.ownerUrl });
  await other.connect();
  await other.query('BEGIN');
});

const WAITING = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

/** The other transaction commits once the call waits for it; a call that does not wait has been answered too early. */
async function commitWhenWaitedFor<T>(call: Promise<T>): Promise<void> {
  let isAnswered = false;
  const answered = call.then(
    () => (isAnswered = true),
    () => (isAnswered = true),
  );
  while (!isAnswered && (await world.database.query(WAITING)).length === 0)
    await Promise.race([answered, world.database.query('SELECT 1')]);
  await other.query('COMMIT');
  await other.end();
}

async function pooled(): Promise<{ caseId: string; taskId: string }> {
  const { id } = await world.accepted('plain');
  return { caseId: id, taskId: taskOf(await world.approver.client.api.getCase({ params: { id } }), 'review') };
}

describe('work and a leaver at the same moment: nothing lies with somebody who has left', () => {
  it('what is given first is found by the deactivation, which is refused', async () => {
    const { taskId } = await pooled();
    await other.query('SELECT 1 FROM staff WHERE id = $1 AND active FOR SHARE', [leaver.id]);
    await other.query(`UPDATE review_task SET status = 'claimed', holder_id = $2, claimed_at = now() WHERE id = $1`, [taskId, leaver.id]);
    const leaving = refusal(security.client.api.setStaffActive({ params: { id: leaver.id }, body: { active: false, reason: '调离' } }));
    await commitWhenWaitedFor(leaving);
    expect(await leaving).toMatchObject({ code: 'staff.holds-work', title: expect.stringContaining('谭静文手上还有 1 件未办结') });
  });

  it.each(['transfer', 'reassign', 'claim'] as const)('who is deactivated first is given nothing: %s', async (how) => {
    const { taskId } = await pooled();
    const { client } = how === 'reassign' ? world.chief : world.approver;
    const params = { id: taskId };
    const body = { toStaffId: leaver.id, reason: '请办' };
    const held = how === 'transfer' ? await client.api.claimTask({ params }) : null;
    await other.query('SELECT 1 FROM staff WHERE id = $1 FOR UPDATE', [leaver.id]);
    await other.query('UPDATE staff SET active = false WHERE id = $1', [leaver.id]);
    const given =
      how === 'claim'
        ? refusal(leaver.client.api.claimTask({ params }))
        : held
          ? refusal(client.api.transferTask({ params, body: { ...body, expectedVersion: held.version } }))
          : refusal(client.api.reassignTask({ params, body }));
    await commitWhenWaitedFor(given);
    expect(await given).toMatchObject({ code: 'task.target-inactive' });
    expect(await world.database.query('SELECT 1 FROM review_task WHERE holder_id = $1', [leaver.id])).toEqual([]);
  });
});
