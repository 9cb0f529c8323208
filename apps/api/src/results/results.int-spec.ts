import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptedShopCase, person, publishItem, SHOP_PERMIT } from '../../test/hall-factory.js';
import type { JobQueue } from '../platform/queues/job-queue.js';
import { JOB_QUEUE } from '../platform/queues/queue-tokens.js';
import { createDepartment, createHall } from '../../test/people-factory.js';
import { ResultWorld, self } from '../../test/result-world.js';

let world: ResultWorld;
beforeAll(async () => {
  world = await ResultWorld.start();
});
afterAll(() => world.app.close());

describe('making a result (R11 issue)', () => {
  it('takes the task from the pool, numbers the result and lays the case ready', async () => {
    const { id, version } = await world.decided(101);
    const [task] = await world.app.database.query(`SELECT status, kind FROM review_task WHERE case_id = $1 AND kind = 'issue'`, [id]);
    expect(task).toEqual({ status: 'pooled', kind: 'issue' });
    const answer = await world.approver.api.issueResult({ params: { id }, body: { expectedVersion: version, place: 'B 柜 12 格' } });
    expect(answer).toMatchObject({
      status: 'ready',
      result: { name: '场所许可证', denial: false, place: 'B 柜 12 格', validFrom: '2026-03-02', validUntil: '2030-03-01' },
    });
    expect(answer.result.number).toMatch(/^临卫公证字〔2026〕第 \d{4} 号$/);
    const [done] = await world.app.database.query(`SELECT status, outcome FROM review_task WHERE case_id = $1 AND kind = 'issue'`, [id]);
    expect(done).toEqual({ status: 'done', outcome: 'issued' });
    await world.app.drain();
    const detail = await world.hall.clerk.api.getCase({ params: { id } });
    expect(detail.result?.fileId).not.toBeNull();
    const pdf = await world.hall.clerk.raw('GET', `/api/cases/${id}/files/${detail.result?.fileId ?? ''}`);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const { items } = await world.hall.clerk.api.getCaseEvents({ params: { id } });
    expect(items.map(({ action }) => action)).toEqual(expect.arrayContaining(['task.claim', 'task.complete', 'issue']));
  });

  it('is the lead department’s alone: 404 to another, 403 to a clerk', async () => {
    const { id, version } = await world.decided(102);
    const stranger = await world.hall.staff(['approver'], { departmentId: await createDepartment(world.app.database, '民政局') });
    const body = { expectedVersion: version };
    await expect(stranger.api.issueResult({ params: { id }, body })).rejects.toMatchObject({ status: 404, code: 'case.not-found' });
    await expect(world.hall.clerk.api.issueResult({ params: { id }, body })).rejects.toMatchObject({ status: 403 });
  });

  it('refuses a stale screen, another’s task, and a case that is not decided', async () => {
    const { id, version } = await world.decided(103);
    await expect(world.approver.api.issueResult({ params: { id }, body: { expectedVersion: version - 1 } })).rejects.toMatchObject({
      status: 409,
      code: 'case.version-stale',
    });
    const other = await world.hall.staff(['approver'], { name: '谢文彬' });
    const [task] = await world.app.database.query<{ id: string }>(`SELECT id FROM review_task WHERE case_id = $1 AND kind = 'issue'`, [id]);
    await other.api.claimTask({ params: { id: task?.id ?? '' } });
    await expect(world.approver.api.issueResult({ params: { id }, body: { expectedVersion: version } })).rejects.toMatchObject({
      status: 409,
      code: 'task.held-by-other',
    });
    await expect(other.api.issueResult({ params: { id }, body: { expectedVersion: version } })).resolves.toMatchObject({ status: 'ready' });
    const accepted = await acceptedShopCase(world.hall, 104);
    await expect(
      world.approver.api.issueResult({ params: { id: accepted.id }, body: { expectedVersion: accepted.version } }),
    ).rejects.toMatchObject({
      status: 409,
      code: 'case.transition-not-allowed',
    });
  });

  it('serves a denial’s notice like a result', async () => {
    const { id, status, result, notices } = await world.decided(105, 'deny');
    expect(status).toBe('ready');
    const notice = notices.find(({ kind }) => kind === 'decision');
    expect(result).toMatchObject({ denial: true, name: '不予行政许可决定书', number: notice?.number });
    await world.app.drain();
    const detail = await world.hall.clerk.api.getCase({ params: { id } });
    expect(detail.result?.fileId).toBe(detail.notices.find(({ kind }) => kind === 'decision')?.fileId);
    expect(detail.result?.fileId).not.toBeNull();
  });
});

describe('the issue window', () => {
  it('lists what waits longest first, in pages, and only what this hall may hand out', async () => {
    const first = await world.ready(111);
    world.app.clock.advance({ minutes: 1 });
    const second = await world.ready(112);
    const rows = (await world.hall.clerk.api.listReady({ query: { limit: 200 } })).items;
    const at = (id: string): number => rows.findIndex(({ caseId }) => caseId === id);
    expect(at(first.caseId)).toBeGreaterThanOrEqual(0);
    expect(at(first.caseId)).toBeLessThan(at(second.caseId));
    expect(rows[at(second.caseId)]).toMatchObject({
      applicantName: '王**',
      problems: [],
      actions: [{ action: 'handOver', allowed: true }],
    });
    const page = await world.hall.clerk.api.listReady({ query: { limit: 1 } });
    const next = await world.hall.clerk.api.listReady({ query: { limit: 1, cursor: page.nextCursor ?? '' } });
    expect(next.items[0]?.caseId).not.toBe(page.items[0]?.caseId);
    const elsewhere = await world.hall.staff(['clerk'], { hallId: (await createHall(world.app.database)).hallId });
    expect((await elsewhere.api.listReady({})).items.map(({ caseId }) => caseId)).not.toContain(first.caseId);
    expect(rows[at(second.caseId)]?.uncollected).toBeNull();
    await expect(world.hall.clerk.api.listReady({ query: { cursor: 'x' } })).rejects.toMatchObject({
      status: 400,
      code: 'request.cursor-invalid',
    });
  });

  it('hands a regional item out in any hall of the district (R6.2)', async () => {
    const regional = await publishItem(world.app, {
      departmentCode: world.hall.departmentCode,
      definition: { ...SHOP_PERMIT, scope: 'region' },
      name: '通办许可',
    });
    const answer = await world.ready(113, regional.versionId);
    const elsewhere = await world.hall.staff(['clerk'], { hallId: (await createHall(world.app.database)).hallId });
    const { items } = await elsewhere.api.listReady({ query: { q: '通办' } });
    expect(items.map(({ caseId }) => caseId)).toEqual([answer.caseId]);
    // The paper comes first.
    for (const [client, move] of [
      [elsewhere, 'call'],
      [world.hall.clerk, 'send'],
      [elsewhere, 'arrive'],
    ] as const) {
      await client.api.movePaper({ params: { id: answer.caseId }, body: { move } });
    }
    const handed = await elsewhere.api.handOver({
      params: { id: answer.caseId },
      body: { expectedVersion: answer.version, collector: self(113) },
    });
    expect(handed.status).toBe('concluded');
  });

  it('finds by number and by identity, and records who looked', async () => {
    const one = await world.ready(114);
    const { versionId } = await publishItem(world.app, { departmentCode: world.hall.departmentCode, name: '户外广告设置许可' });
    const other = await world.ready(114, versionId);
    const { caseNo } = await world.hall.clerk.api.getCase({ params: { id: one.caseId } });
    const ids = [one.caseId, other.caseId].sort();
    const byNo = await world.hall.clerk.api.findReady({ body: { code: (caseNo ?? '').replace(/^(.{6})(.{8})/, '$1 $2 ') } });
    expect(byNo.items.map(({ caseId }) => caseId).sort()).toEqual(ids);
    const byPerson = await world.hall.clerk.api.findReady({ body: { code: ` ${person(114).identityNumber.toLowerCase()}` } });
    expect(byPerson.items.map(({ caseId }) => caseId).sort()).toEqual(ids);
    expect((await world.hall.clerk.api.findReady({ body: { code: '没有这个' } })).items).toEqual([]);
    const trail = await world.app.database.query<{ action: string }>(
      `SELECT action FROM audit_entry WHERE detail->>'at' = 'ready-results' ORDER BY id`,
    );
    expect(trail.map(({ action }) => action)).toEqual(['case.looked-up', 'applicant.looked-up', 'applicant.looked-up']);
  });
});

describe('a result that can’t be printed', () => {
  it('says why at the window, and is printed by itself once the cause is mended', async () => {
    const { caseId } = await world.ready(115);
    const rewrite = (from: string, to: string) =>
      world.app.database.query(`UPDATE result SET content = replace(content::text, $2, $3)::jsonb WHERE case_id = $1`, [caseId, from, to]);
    // As if the holder's name had a character that no font knows, until the administrator installs one that does.
    await rewrite('王', '𠮷');
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await world.app.drain();
      await world.app.get<JobQueue>(JOB_QUEUE as never).promoteDelayed();
    }
    const rows = (await world.hall.clerk.api.listReady({ query: { limit: 200 } })).items;
    const problem = expect.stringContaining('“𠮷”（U+20BB7）');
    expect(rows.find((row) => row.caseId === caseId)?.result).toMatchObject({ fileId: null, problem });
    expect((await world.hall.clerk.api.getCase({ params: { id: caseId } })).result).toMatchObject({ fileId: null, problem });
    await rewrite('𠮷', '王');
    world.app.clock.advance({ minutes: 65 });
    await world.app.sweep();
    await world.app.drain();
    const [result] = await world.app.database.query<{ fileId: string | null; problem: string | null }>(
      `SELECT file_id AS "fileId", problem FROM result WHERE case_id = $1`,
      [caseId],
    );
    expect(result).toEqual({ fileId: expect.any(String), problem: null });
  });
});
