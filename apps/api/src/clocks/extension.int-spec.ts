import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { claimed, type ClockHall, type Officer, openClockHall, taskOf, wordsOf } from '../../test/clock-world.js';
import { publishItem, SHOP_PERMIT } from '../../test/hall-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import { refusal } from '../../test/test-client.js';

let app: TestApp;
let hall: ClockHall;
let holder: Officer;
let chief: Officer;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.set('2026-03-02T01:00:00.000Z');
  hall = await openClockHall(app);
  ({ holder, chief } = hall);
});

describe('R1.6 an extension', () => {
  it('is asked for, authorised, told, and lengthens both clocks of the case but not the step’s', async () => {
    const id = await hall.accepted(5);
    const officer = await holder.signIn();
    const { id: task, version } = await claimed(officer, id);
    const ask = (body: object, client = officer) =>
      client.raw('POST', `/api/tasks/${task}/extensions`, { json: { expectedVersion: version, days: 5, reason: '外地核查', ...body } });
    expect(await ask({ days: 11 })).toMatchObject({ status: 422, body: { code: 'extension.days-invalid' } });
    expect(await ask({ days: 0 })).toMatchObject({ status: 400 });
    const asked = await officer.api.requestExtension({
      params: { id: task },
      body: { expectedVersion: version, days: 5, reason: '外地核查' },
    });
    expect(asked.status).toBe('requested');
    expect(await ask({})).toMatchObject({ status: 409, body: { code: 'extension.already-requested' } });
    const boss = await chief.signIn();
    expect(await boss.api.listClockWork({ query: {} })).toMatchObject({ items: [{ type: 'extension', extension: { days: 5 } }] });
    const granted = await boss.api.grantExtension({ params: { id: asked.id }, body: { document: '临卫办〔2026〕12 号' } });
    expect(granted).toMatchObject({ status: 'granted', notice: { kind: 'extension', title: '行政许可延长期限通知书' } });
    expect(await hall.datesOf(id)).toMatchObject({
      statutory: '2026-04-07',
      promised: '2026-03-23',
      step: '2026-03-16',
      nearest: '2026-03-16',
    });
    // The clock of the step says why it stays.
    const besides = async (clock: 'promised' | 'step') =>
      (await boss.api.explainClock({ params: { id }, query: { clock, taskId: task } })).extendedBeside;
    expect([await besides('step'), await besides('promised')]).toEqual([5, 0]);
    expect(await wordsOf(officer, id, 'extension.request', 'extension.grant')).toEqual([
      '申请延长 5 个工作日：外地核查',
      '延长 5 个工作日（临卫办〔2026〕12 号），已出通知书：外地核查；承诺 03-16 改为 03-23，法定 03-30 改为 04-07',
    ]);
    expect(await boss.raw('POST', `/api/extensions/${asked.id}/refuse`, { json: { reason: '不必' } })).toMatchObject({ status: 409 });
    // The rest, by the chief alone, who names the document at once.
    expect(await ask({ days: 5 }, boss)).toMatchObject({ status: 422, body: { code: 'extension.document-missing' } });
    expect(await ask({ days: 5, document: '临卫办〔2026〕15 号' }, boss)).toMatchObject({ status: 201, body: { status: 'granted' } });
    expect(await ask({ days: 1 })).toMatchObject({ status: 422, body: { code: 'extension.days-invalid' } });
    const explained = await officer.api.explainClock({ params: { id }, query: { clock: 'statutory' } });
    expect(explained).toMatchObject({
      due: '2026-04-14',
      limit: 20,
      extensions: [{ days: 5 }, { days: 5, document: '临卫办〔2026〕15 号' }],
    });
  });

  it('is refused to an item without one, after the statutory date, and may be taken back or declined', async () => {
    const plain = await publishItem(app, {
      departmentCode: hall.departmentCode,
      name: '不延期的事项',
      definition: { ...SHOP_PERMIT, extensionLimit: 0 },
    });
    const other = await hall.accepted(7, hall.clerk, plain.versionId);
    const id = await hall.accepted(6);
    let officer = await holder.signIn();
    const without = await claimed(officer, other);
    const ask = (task: { id: string; version: number }) =>
      officer.api.requestExtension({ params: { id: task.id }, body: { expectedVersion: task.version, days: 3, reason: '核查' } });
    expect(await refusal(ask(without))).toMatchObject({ status: 422, code: 'extension.not-listed' });
    expect((await taskOf(officer, without.id)).workActions.find(({ action }) => action === 'extend')).toMatchObject({ allowed: false });
    const task = await claimed(officer, id);
    const asked = await ask(task);
    expect(await officer.api.withdrawExtension({ params: { id: asked.id } })).toMatchObject({ status: 'withdrawn' });
    const second = await ask(task);
    const boss = await chief.signIn();
    expect(await boss.api.refuseExtension({ params: { id: second.id }, body: { reason: '按期办结' } })).toMatchObject({
      status: 'refused',
    });
    await hall.onDay('2026-03-31');
    officer = await holder.signIn();
    expect(await refusal(ask(task))).toMatchObject({ status: 422, code: 'extension.too-late' });
  });

  it('that nobody answered is taken back with the end of its case, once', async () => {
    const [ended, decided] = [await hall.accepted(12), await hall.accepted(13)];
    const officer = await holder.signIn();
    const boss = await chief.signIn();
    for (const id of [ended, decided]) {
      const { id: task, version } = await claimed(officer, id);
      await officer.api.requestExtension({ params: { id: task }, body: { expectedVersion: version, days: 3, reason: '核查' } });
    }
    const statusOf = async (id: string) => (await officer.api.getCaseClockWork({ params: { id } })).extensions.map(({ status }) => status);
    const { version } = await boss.api.getCase({ params: { id: ended } });
    await boss.api.terminateCase({ params: { id: ended }, body: { expectedVersion: version, reason: '申请人注销' } });
    expect(await statusOf(ended)).toEqual(['withdrawn']);
    await app.database.query(`UPDATE cases SET status = 'decided' WHERE id = $1`, [decided]);
    app.clock.advance({ minutes: 6 });
    for (let run = 0; run < 2; run += 1) {
      await app.sweep();
      await app.drain();
    }
    expect(await statusOf(decided)).toEqual(['withdrawn']);
    for (const id of [ended, decided]) expect(await wordsOf(boss, id, 'extension.withdraw')).toEqual(['办件结束，延期的申请随之撤回']);
  });

  it('R1.2 across the change of year the date is provisional, and the explanation says why', async () => {
    app.clock.set('2026-12-14T01:00:00.000Z');
    const clerk = await hall.staff(['clerk'], { counterId: hall.counterIds[0] ?? '' });
    const id = await hall.accepted(8, clerk);
    const officer = await holder.signIn();
    const task = await claimed(officer, id);
    const boss = await chief.signIn();
    await boss.api.requestProcedure({
      params: { id: task.id },
      body: { expectedVersion: task.version, kind: 'testing', days: 10, reason: '复检' },
    });
    const shown = await officer.api.explainClock({ params: { id }, query: { clock: 'promised' } });
    expect(shown).toMatchObject({ provisionalYear: 2027, storedDue: shown.due });
    expect((await taskOf(officer, task.id)).clocks.promised).toMatchObject({ provisional: true });
  });
});
