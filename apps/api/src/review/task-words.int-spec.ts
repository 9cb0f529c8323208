import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ReviewWorld, startReviewWorld, taskOf } from '../../test/review-world.js';

const NAME = '欧阳若兰';

let world: ReviewWorld;
let taskId: string;
let caseNo: string;
beforeAll(async () => {
  world = await startReviewWorld();
  const { id } = await world.accepted('plain');
  await world.accepted('plain');
  const detail = await world.approver.client.api.getCase({ params: { id } });
  [taskId, caseNo] = [taskOf(detail, 'review'), detail.caseNo ?? ''];
  await world.database.query(`UPDATE applicant SET name = $2 WHERE id = (SELECT applicant_id FROM cases WHERE id = $1)`, [id, NAME]);
  await world.database.query(`UPDATE review_task SET title = '欧**' WHERE case_id = $1`, [id]);
});
afterAll(() => world.close());

const ids = ({ items }: { items: readonly { id: string }[] }) => items.map(({ id }) => id);
const pool = async (q: string) => ids(await world.approver.client.api.listTasks({ query: { tab: 'pool', q } }));

describe('words that are looked for among tasks', () => {
  it.each([NAME, ` ${NAME} `, '欧*'])('find a person whose name the row does not show: %j', async (q) => {
    expect(await pool(q)).toEqual([taskId]);
  });

  it('find a case number as it is printed', async () => {
    expect(await pool(caseNo.replace(/^(.{6})(.{8})(.{6})/, '$1 $2 $3 '))).toEqual([taskId]);
    expect(await pool(caseNo.slice(-7))).toEqual([taskId]);
  });

  it.each(['欧阳', '若兰', '欧阳若', '%', '_', '欧阳若兰%'])('never find a person by part of a name: %j', async (q) => {
    expect(await pool(q)).toEqual([]);
  });

  it('find it for the supervisor, to whom the person complains', async () => {
    const { api } = world.supervisor.client;
    const query = { minStalled: 0, q: ` ${NAME}` };
    expect(await api.listStalled({ query })).toMatchObject({ items: [{ id: taskId }], total: 1 });
    expect(await api.listStalledIds({ query })).toEqual({ ids: [taskId], total: 1 });
    expect(await api.listStalledIds({ query: { minStalled: 0, q: '欧阳' } })).toEqual({ ids: [], total: 0 });
  });

  it('find the same on the board of the chief and among what was done', async () => {
    const chief = world.chief.client.api;
    expect(ids(await chief.listDepartmentTasks({ query: { scope: 'pool', q: NAME } }))).toEqual([taskId]);
    await world.approver.client.api.claimTask({ params: { id: taskId } });
    expect(ids(await world.approver.client.api.listTasks({ query: { tab: 'mine', q: NAME } }))).toEqual([taskId]);
    const { version } = await world.approver.client.api.getTask({ params: { id: taskId } });
    await world.approver.client.api.completeTask({ params: { id: taskId }, body: { expectedVersion: version, opinion: '同意。' } });
    expect(ids(await world.approver.client.api.listDone({ query: { q: NAME } }))).toEqual([taskId]);
    expect(ids(await world.approver.client.api.listDone({ query: { q: '欧阳' } }))).toEqual([]);
  });
});
