import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseDetail } from '@onewindow/contracts';
import { reviewed, startReviewWorld, taskOf, type ReviewWorld } from '../../test/review-world.js';
import { refusal } from '../../test/test-client.js';
import { RunBatch } from './jobs/run-batch.processor.js';

let world: ReviewWorld;
beforeAll(async () => {
  world = await startReviewWorld();
});
afterAll(() => world.close());

const stepOf = async (id: string, key: string, who = world.approver) => taskOf(await who.client.api.getCase({ params: { id } }), key);
const held = async ({ id }: CaseDetail, who = world.approver) => {
  const taskId = await stepOf(id, 'review');
  return await who.client.api.claimTask({ params: { id: taskId } });
};

describe('what an officer keeps at the desk', () => {
  it('keeps searches by name, twelve of them, each to its owner', async () => {
    const { api } = world.approver.client;
    const filter = { tab: 'pool', light: 'red', minStalled: 3 } as const;
    await api.saveSearch({ body: { name: '部门超期', filter } });
    const { searches } = await api.saveSearch({ body: { name: '部门超期', filter: { ...filter, light: 'yellow' } } });
    expect(searches).toMatchObject([{ name: '部门超期', filter: { tab: 'pool', light: 'yellow', minStalled: 3 } }]);
    for (const body of [
      { name: '王秀兰', filter: { ...filter, q: '11010519491231002X' } },
      { name: '13800006021', filter },
    ])
      expect(await refusal(api.saveSearch({ body }))).toMatchObject({ status: 422, code: 'event.personal-data' });
    for (let at = 2; at <= 12; at += 1) await api.saveSearch({ body: { name: `筛选 ${at}`, filter } });
    expect(await refusal(api.saveSearch({ body: { name: '第十三', filter } }))).toMatchObject({
      status: 422,
      code: 'desk.too-many-searches',
    });
    const id = searches[0]?.id ?? '';
    expect(await refusal(world.colleague.client.api.removeSearch({ params: { id } }))).toMatchObject({ code: 'desk.search-not-found' });
    expect((await api.removeSearch({ params: { id } })).searches).toHaveLength(11);
    const bad = { name: 'x', filter: { tab: 'elsewhere' } } as unknown as Parameters<typeof api.saveSearch>[0]['body'];
    expect(await refusal(api.saveSearch({ body: bad }))).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  it('keeps phrases: the department’s are its chief’s, one’s own come first, null goes back', async () => {
    const { api } = world.approver.client;
    const kind = 'review' as const;
    expect(await refusal(api.setPhrases({ body: { kind, of: 'department', phrases: ['符合'] } }))).toMatchObject({
      status: 403,
      code: 'desk.department-phrases-by-chief',
    });
    await world.chief.client.api.setPhrases({ body: { kind, of: 'department', phrases: ['符合法定条件。'] } });
    const set = await api.setPhrases({ body: { kind, of: 'own', phrases: ['同意。', '材料不一致。'] } });
    const lists = set.phrases.find((one) => one.kind === kind);
    expect(lists).toEqual({ kind, own: ['同意。', '材料不一致。'], department: ['符合法定条件。'] });
    expect(await refusal(api.setPhrases({ body: { kind, of: 'own', phrases: ['同意。', '同意。'] } }))).toMatchObject({
      code: 'desk.phrase-twice',
    });
    expect(await refusal(api.setPhrases({ body: { kind, of: 'own', phrases: ['致电 13800138000'] } }))).toMatchObject({
      code: 'event.personal-data',
    });
    const back = await api.setPhrases({ body: { kind, of: 'own', phrases: null } });
    expect(back.phrases.find((one) => one.kind === kind)?.own).toBeNull();
    expect(set.maySetDepartment).toBe(false);
    expect((await world.chief.client.api.getDeskSettings()).maySetDepartment).toBe(true);
  });
});

describe('the queue', () => {
  it('filters by step, idleness and day of receipt, and says what there is; counts are right at once', async () => {
    const { api } = world.approver.client;
    const before = (await api.countTasks()).pool.all;
    const { id } = await world.accepted('plain');
    expect((await api.countTasks()).pool.all).toBe(before + 1);
    const taskId = await stepOf(id, 'review');
    const ids = async (query: object) => (await api.listTasks({ query: { tab: 'pool', limit: 200, ...query } })).items.map((row) => row.id);
    const today = world.clock.now().toISOString().slice(0, 10);
    expect(await ids({ stepName: '书面审查', receivedFrom: today, receivedTo: today })).toContain(taskId);
    expect(await ids({ stepName: '决定' })).not.toContain(taskId);
    expect(await ids({ receivedTo: '2020-01-01' })).toEqual([]);
    expect(await ids({ minStalled: 1 })).not.toContain(taskId);
    await world.database.query(`UPDATE review_task SET idle_since = idle_since - 10 WHERE id = $1`, [taskId]);
    expect(await ids({ minStalled: 3, stepName: '书面审查' })).toContain(taskId);
    const { items } = await api.taskFacets({ query: { tab: 'pool' } });
    expect(items).toContainEqual(expect.objectContaining({ itemName: '公共场所卫生许可', stepName: '书面审查' }));
    expect(await refusal(api.listTasks({ query: { tab: 'pool', receivedFrom: '2026-02-31' } }))).toMatchObject({ status: 400 });
    const claimed = await api.claimTask({ params: { id: taskId } });
    expect([(await api.countTasks()).pool.all, claimed.holder?.id]).toEqual([before, world.approver.id]);
  });

  it('R5.4 two officers who ask for the next at once get two, and nobody the own case (R5.6)', async () => {
    await world.database.query(`UPDATE review_task SET status = 'cancelled' WHERE status = 'pooled'`);
    const [first, second] = [await world.accepted('plain'), await world.accepted('plain')];
    const own = await world.accepted('plain');
    await world.database.query(`UPDATE cases SET agent_identity_index = 'index of 周' WHERE id = $1`, [own.id]);
    await world.database.query(`UPDATE review_task SET nearest_due = '2020-01-01' WHERE case_id = $1`, [own.id]);
    const self = await world.person({ roles: ['approver'], departmentId: world.leadId, identityIndex: 'index of 周' });
    const got = await Promise.all([self, world.colleague].map(({ client }) => client.api.claimNext()));
    const cases = got.map(({ task }) => task?.caseId);
    expect(cases[0]).not.toBe(own.id);
    expect(new Set(cases).size).toBe(2);
    expect([first.id, second.id, own.id]).toEqual(expect.arrayContaining(cases));
    const [again, idempotencyKey] = [world.colleague.client.api, randomUUID()];
    const last = await again.claimNext({}, { idempotencyKey });
    expect(last.task).not.toBeNull();
    // The answer got lost on its way, and the pool has emptied since.
    expect(await again.claimNext({}, { idempotencyKey })).toEqual(last);
    expect(await world.colleague.client.api.claimNext()).toEqual({ task: null });
  });
});

describe('what changed since it was seen', () => {
  it('compares with one’s own last look, a newcomer’s with that of the officer before; the difference can be read twice', async () => {
    const { id } = await world.accepted('plain');
    const taskId = await stepOf(id, 'review');
    const { api } = world.approver.client;
    expect(await api.taskBackground({ params: { id: taskId } })).toEqual({ seen: null, changes: [], drafts: [] });
    await api.markSeen({ params: { id: taskId } });
    await world.database.query(`UPDATE cases SET form = form || '{"address":"望湖路 9 号"}' WHERE id = $1`, [id]);
    const fresh = await api.taskBackground({ params: { id: taskId } });
    expect(fresh.seen).toMatchObject({ own: true, fresh: true });
    expect(fresh.changes).toMatchObject([{ part: 'form', key: 'address', title: '地址', after: '望湖路 9 号' }]);
    await api.markSeen({ params: { id: taskId } });
    expect((await api.taskBackground({ params: { id: taskId } })).seen).toMatchObject({ own: true, fresh: false });
    const others = async () => (await world.colleague.client.api.taskBackground({ params: { id: taskId } })).seen;
    expect(await others()).toBeNull();
    await world.database.query(`UPDATE cases SET form = form || '{"address":"望湖路 11 号"}' WHERE id = $1`, [id]);
    expect(await others()).toMatchObject({ own: false, fresh: true, by: { id: world.approver.id } });
    expect(await refusal(world.stranger.client.api.markSeen({ params: { id: taskId } }))).toMatchObject({
      status: 404,
      code: 'task.not-found',
    });
    // Half a year later nobody compares with it any more.
    await world.database.query(`UPDATE seen_mark SET seen_at = seen_at - interval '200 days' WHERE case_id = $1`, [id]);
    await world.sweep();
    expect(await world.database.query('SELECT 1 FROM seen_mark WHERE case_id = $1', [id])).toEqual([]);
  });
});

describe('a drafted decision', () => {
  it('goes up with the review, tells the chief outcome, opinion and reasons, and decides nothing', async () => {
    const accepted = await world.accepted('plain');
    const task = await held(accepted);
    const { api } = world.approver.client;
    expect((await api.getTask({ params: { id: task.id } })).workActions).toContainEqual({ action: 'sendUp', allowed: true });
    const body = { expectedVersion: task.version, decision: 'deny' as const, opinion: '布局不符合要求。' };
    expect(await refusal(api.sendUp({ params: { id: task.id }, body }))).toMatchObject({ status: 400, code: 'request.invalid' });
    await api.sendUp({ params: { id: task.id }, body: { ...body, reason: '消毒间与更衣室未分开' } });
    const after = await world.chief.client.api.getCase({ params: { id: accepted.id } });
    expect(after).toMatchObject({ status: 'accepted', decision: null });
    const decision = taskOf(after, 'decide');
    const { drafts } = await world.chief.client.api.taskBackground({ params: { id: decision } });
    expect(drafts).toMatchObject([
      { decision: 'deny', reason: '消毒间与更衣室未分开', opinion: '布局不符合要求。', stepName: '书面审查', by: { name: '周启明' } },
    ]);
    const { items } = await api.getCaseEvents({ params: { id: accepted.id } });
    expect(items.map(({ words }) => words)).toContain('书面审查：报送拟办意见，拟不予许可：消毒间与更衣室未分开');
    const sheet = await world.chief.client.raw('POST', `/api/cases/${accepted.id}/decision-previews`, {
      json: { decision: 'deny', reason: '不符' },
    });
    expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, expect.stringContaining('pdf')]);
    // The chief is free to decide otherwise.
    await world.chief.client.api.decideCase({ params: { id: accepted.id }, body: { expectedVersion: after.version, decision: 'grant' } });
    const late = await world.chief.client.raw('POST', `/api/cases/${accepted.id}/decision-previews`, { json: { decision: 'grant' } });
    expect(late).toMatchObject({ status: 409, body: { code: 'notice.nothing-to-preview' } });
    const again = { ...body, decision: 'grant' as const, expectedVersion: 1 };
    expect(await refusal(api.sendUp({ params: { id: decision }, body: again }))).toMatchObject({ status: 409 });
    const pooled = await stepOf((await reviewed(world, (await world.accepted('plain')).id)).id, 'decide', world.chief);
    const claimed = await world.chief.client.api.claimTask({ params: { id: pooled } });
    expect(
      await refusal(
        world.chief.client.api.sendUp({
          params: { id: pooled },
          body: { expectedVersion: claimed.version, decision: 'grant', opinion: '可' },
        }),
      ),
    ).toMatchObject({ status: 422, code: 'task.not-sent-up' });
  });
});

describe('a draft that was overtaken', () => {
  const draft = { decision: 'deny' as const, reason: '消毒间与更衣室未分开', opinion: '布局不符合要求。' };
  const draftsBefore = async (caseId: string) => {
    const { drafts } = await world.chief.client.api.taskBackground({ params: { id: await stepOf(caseId, 'decide', world.chief) } });
    return drafts.map(({ decision }) => decision);
  };

  it('proposes nothing once it was taken back and the review completed without it', async () => {
    const { api } = world.approver.client;
    const task = await held(await world.accepted('plain'));
    await api.sendUp({ params: { id: task.id }, body: { ...draft, expectedVersion: task.version } });
    expect(await draftsBefore(task.caseId)).toEqual(['deny']);
    const { version } = await api.retrieveTask({ params: { id: task.id } });
    world.clock.advance({ minutes: 1 });
    await api.completeTask({ params: { id: task.id }, body: { expectedVersion: version, opinion: '符合条件' } });
    expect(await draftsBefore(task.caseId)).toEqual([]);
  });

  it('proposes nothing once its step was done anew in a later round (R5.8)', async () => {
    const { api } = world.approver.client;
    const chief = world.chief.client.api;
    const task = await held(await world.accepted('plain'));
    await api.sendUp({ params: { id: task.id }, body: { ...draft, expectedVersion: task.version } });
    const decide = await chief.claimTask({ params: { id: await stepOf(task.caseId, 'decide', world.chief) } });
    await chief.returnTask({ params: { id: decide.id }, body: { expectedVersion: decide.version, toStep: 'review', reason: '再看现场' } });
    await reviewed(world, task.caseId);
    expect(await draftsBefore(task.caseId)).toEqual([]);
    const again = await stepOf(task.caseId, 'decide', world.chief);
    const { items } = await chief.previewDeskBatch({ body: { taskIds: [again] } });
    expect(items.map(({ code }) => code)).toEqual([null]);
  });
});

describe('like cases together', () => {
  it('grants what is alike and clear, leaves out the rest with its reason, and tells the outcome of each', async () => {
    const { api } = world.chief.client;
    const ready = async () => await stepOf((await reviewed(world, (await world.accepted('plain')).id)).id, 'decide', world.chief);
    const [clear, overtaken, marked] = [await ready(), await ready(), await ready()];
    const unlike = await stepOf((await world.accepted('conditional')).id, 'review', world.chief);
    const proposed = await held(await world.accepted('plain'));
    const draft = { expectedVersion: proposed.version, decision: 'deny' as const, reason: '不符', opinion: '不符合。' };
    await world.approver.client.api.sendUp({ params: { id: proposed.id }, body: draft });
    const denied = await stepOf(proposed.caseId, 'decide', world.chief);
    await world.database.query(
      `UPDATE review_task SET points = '[{"text":"核对地址","state":"unmet","note":null}]'
       WHERE kind = 'review' AND case_id = (SELECT case_id FROM review_task WHERE id = $1)`,
      [marked],
    );
    const unknown = randomUUID();
    const taskIds = [clear, overtaken, marked, unlike, denied, unknown];
    const preview = await api.previewDeskBatch({ body: { taskIds } });
    expect(preview.like).toEqual({ itemName: '公共场所卫生许可', stepName: '决定', kind: 'decision', outcome: 'grant' });
    expect(preview.items.map(({ taskId, code }) => [taskId, code])).toEqual([
      [clear, null],
      [overtaken, null],
      [marked, 'batch.points-unmet'],
      [unlike, 'batch.not-alike'],
      [denied, 'batch.denial-proposed'],
      [unknown, 'task.not-found'],
    ]);
    const given = await api.orderDeskBatch({ body: { taskIds, opinion: '符合条件，准予。' } });
    expect(given).toMatchObject({ state: 'running', outcome: 'grant', total: 5, failed: 3, done: 0 });
    // Another chief is first with one of them.
    const first = await world.person({ roles: ['chief'], departmentId: world.leadId, name: '陆远' });
    await first.client.api.claimTask({ params: { id: overtaken } });
    await world.drain();
    const ended = await api.getDeskBatch({ params: { id: given.id } });
    expect(ended).toMatchObject({ state: 'finished', done: 1, failed: 4 });
    const of = (id: string) => ended.items.find(({ taskId }) => taskId === id);
    expect([of(clear)?.state, of(overtaken)?.code]).toEqual(['done', 'task.held-by-other']);
    expect(of(overtaken)?.message).toContain('陆远');
    const { caseId } = await api.getTask({ params: { id: clear } });
    expect(await api.getCase({ params: { id: caseId } })).toMatchObject({ decision: 'grant', decidedBy: { id: world.chief.id } });
    expect(await refusal(world.approver.client.api.getDeskBatch({ params: { id: given.id } }))).toMatchObject({ code: 'batch.not-found' });
    expect(await refusal(api.orderDeskBatch({ body: { taskIds: [clear], opinion: '同意。' } }))).toMatchObject({
      code: 'batch.nothing-to-do',
    });
    expect(await refusal(api.orderDeskBatch({ body: { taskIds, opinion: '致电 13800138000' } }))).toMatchObject({
      code: 'event.personal-data',
    });
    expect(await refusal(api.previewDeskBatch({ body: { taskIds: [] } }))).toMatchObject({ status: 400 });
  });

  it('ticks the points of reviews for all, does each once whoever redelivers it, and goes on after a kill', async () => {
    const { api } = world.approver.client;
    const tasks = [await held(await world.accepted('plain')), await held(await world.accepted('plain'))];
    const taskIds = tasks.map((task) => task.id);
    // As long as the name of a step's second part may be (R5.6).
    await world.database.query('UPDATE review_task SET step_name = $2 WHERE id = ANY($1)', [taskIds, '审'.repeat(40)]);
    const { id } = await api.orderDeskBatch({ body: { taskIds, opinion: '符合法定条件。' } });
    const runs = world.get(RunBatch);
    await Promise.all([runs.run(id), runs.run(id)]);
    expect(await api.getDeskBatch({ params: { id } })).toMatchObject({ state: 'finished', done: 2, failed: 0 });
    for (const task of tasks) {
      const done = await api.getTask({ params: { id: task.id } });
      expect(done).toMatchObject({ status: 'done', outcome: 'agree', opinion: '符合法定条件。' });
      expect(done.points).toEqual([{ text: '核对地址', state: 'met', note: null }]);
      expect(done.events.filter(({ action }) => action === 'task.complete')).toHaveLength(1);
    }
    // Lost with its job: the sweep orders it anew.
    const left = await held(await world.accepted('plain'));
    const lost = await api.orderDeskBatch({ body: { taskIds: [left.id], opinion: '符合。' } });
    await world.database.query(`DELETE FROM outbox_message WHERE topic = 'run-desk-batch' AND processed_at IS NULL`);
    world.clock.advance({ minutes: 11 });
    await world.sweep();
    await world.drain();
    expect(await api.getDeskBatch({ params: { id: lost.id } })).toMatchObject({ state: 'finished', done: 1 });
  });
});
