import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { claimed, type ClockHall, type Officer, openClockHall, taskOf, wordsOf } from '../../test/clock-world.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import { refusal, type TestClient } from '../../test/test-client.js';

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

const PDF = new Blob([Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')]);

describe('R3 a special procedure from request to outcome', () => {
  it('R3.2 the vector: asked for, agreed to, told, running, ended, explained', async () => {
    const id = await hall.accepted(1);
    let officer = await holder.signIn();
    expect((await claimed(officer, id)).clocks.statutory?.due).toBe('2026-03-30');
    await hall.onDay('2026-03-09');
    officer = await holder.signIn();
    const task = (await officer.api.getCase({ params: { id } })).route.find(({ key }) => key === 'review')?.taskId ?? '';
    const { version, workActions } = await taskOf(officer, task);
    expect(workActions.filter(({ action }) => ['pause', 'endPause', 'extend'].includes(action))).toEqual([
      { action: 'pause', allowed: true },
      { action: 'extend', allowed: true },
    ]);
    const { listed, decidesAlone } = await officer.api.getTaskClockWork({ params: { id: task } });
    expect(listed.map(({ kind, days }) => [kind, days])).toEqual([
      ['testing', 7],
      ['expertReview', 10],
    ]);
    expect(decidesAlone).toBe(false);
    const key = randomUUID();
    const body = { expectedVersion: version, kind: 'testing' as const, reason: '水质须复检' };
    const asked = await officer.api.requestProcedure({ params: { id: task }, body }, { idempotencyKey: key });
    expect(asked).toMatchObject({ phase: 'requested', label: '检测', days: 7, startedOn: null });
    const again = await officer.api.requestProcedure({ params: { id: task }, body }, { idempotencyKey: key });
    expect(again.id).toBe(asked.id);
    expect(await hall.datesOf(id)).toMatchObject({ statutory: '2026-03-30', paused: false });

    const boss = await chief.signIn();
    expect((await boss.api.myNotifications({ query: {} })).items[0]?.words).toContain('申请检测，暂停计时，等您批准');
    expect(await boss.api.listClockWork({ query: { tab: 'waiting' } })).toMatchObject({
      items: [{ type: 'procedure', caseId: id, procedure: { reason: '水质须复检' } }],
      counts: { waiting: 1, running: 0, overrun: 0 },
    });
    const running = await boss.api.approveProcedure({ params: { id: asked.id } });
    expect(running).toMatchObject({ phase: 'noticed', startedOn: '2026-03-09', announcedEnd: '2026-03-18' });
    expect(running.notice?.title).toBe('行政许可特别程序告知书');
    // The clock runs on the day of the notice; the dates count the announced time already.
    expect(await hall.datesOf(id)).toEqual({
      statutory: '2026-04-09',
      promised: '2026-03-25',
      step: '2026-03-25',
      // Sorted and coloured as what runs today, until the clock stands still.
      nearest: '2026-03-16',
      paused: false,
      idle: '2026-03-02',
    });
    // R10.4: the supervisor's map counts what still runs, and opens to it.
    const watch = (await hall.staff(['supervisor'])).api;
    const { rows } = await watch.supervisionOverview({ query: { clock: 'promised' } });
    expect(rows.find(({ department }) => department.id === hall.departmentId)?.counts).toEqual([0, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
    const opened = { clock: 'promised' as const, minStalled: 0, departmentIds: hall.departmentId };
    expect((await watch.listStalled({ query: { ...opened, buckets: 'left3' } })).items).toMatchObject([{ caseId: id, light: 'green' }]);
    expect((await watch.listStalled({ query: { ...opened, buckets: 'left6,left11' } })).items).toEqual([]);
    expect(await wordsOf(boss, id, 'procedure.request', 'procedure.approve')).toEqual([
      '申请检测 7 个工作日，暂停计时：水质须复检',
      '检测，03-10 至 03-18 暂停计时，已出告知书；承诺 03-16 改为 03-25，法定 03-30 改为 04-09',
    ]);
    await app.drain();
    expect((await boss.api.getCase({ params: { id } })).notices.at(-1)).toMatchObject({ kind: 'specialProcedure', problem: null });
    expect((await boss.api.getCase({ params: { id } })).notices.at(-1)?.fileId).not.toBeNull();

    await hall.onDay('2026-03-10');
    officer = await holder.signIn();
    expect(await taskOf(officer, task)).toMatchObject({
      light: 'paused',
      paused: { kind: 'testing', label: '检测', until: '2026-03-18', overrunDays: 0 },
      clocks: { statutory: { due: '2026-04-09', remaining: 15 } },
    });
    expect((await officer.api.countTasks()).mine).toMatchObject({ paused: 1, all: 1 });

    // Longer than announced: every night's date is the right one, also after a standstill, and the overrun is shown.
    await hall.onDay('2026-03-19');
    expect(await hall.datesOf(id)).toMatchObject({ statutory: '2026-04-10', paused: true });
    await hall.onDay('2026-03-24');
    officer = await holder.signIn();
    expect(await hall.datesOf(id)).toMatchObject({ statutory: '2026-04-15', promised: '2026-03-31', paused: true });
    expect((await taskOf(officer, task)).paused).toMatchObject({ overrunDays: 4 });
    expect((await officer.api.listClockWork({ query: { tab: 'running' } })).counts).toEqual({ waiting: 0, running: 1, overrun: 1 });
    expect(await wordsOf(officer, id, 'clock.renew')).toEqual([
      '检测超过告知的时间还没有结束，期限顺延；承诺 03-25 改为 03-26，法定 04-09 改为 04-10（系统记入）',
      '检测超过告知的时间还没有结束，期限顺延；承诺 03-26 改为 03-31，法定 04-10 改为 04-15（系统记入）',
    ]);

    // Ended with its document, dated to the day on which the report came.
    const end = { params: { id: asked.id }, body: { outcome: '水质合格', endedOn: '2026-03-20' } };
    expect(await refusal(officer.api.endProcedure(end))).toMatchObject({ status: 422, code: 'procedure.document-missing' });
    const added = await officer.api.addProcedureDocument({ params: { id: asked.id } }, { file: PDF, fileName: '检测报告.pdf' });
    expect(added.document).toMatchObject({ name: '检测报告.pdf', mediaType: 'application/pdf' });
    expect(await officer.api.endProcedure(end)).toMatchObject({ phase: 'ended', endedOn: '2026-03-20', overrunDays: 2 });
    expect(await hall.datesOf(id)).toMatchObject({ statutory: '2026-04-13', promised: '2026-03-27', paused: false });
    // R5.7: idle from 03-03 to 03-09 and again since 03-23; the stored day alone says so to every list, and says it once.
    expect((await hall.datesOf(id))?.idle).toBe('2026-03-15');
    expect((await taskOf(officer, task)).stalledDays).toBe(7);
    expect(await wordsOf(officer, id, 'procedure.end')).toEqual([
      '检测 03-20 结束：水质合格；承诺 03-31 改为 03-27，法定 04-15 改为 04-13',
    ]);
    expect(await refusal(officer.api.endProcedure(end))).toMatchObject({ status: 409, code: 'procedure.transition-not-allowed' });
    const file = await officer.raw('GET', `/api/cases/${id}/files/${added.document?.id ?? ''}`);
    expect(file.status).toBe(200);

    const explained = await officer.api.explainClock({ params: { id }, query: { clock: 'statutory' } });
    expect(explained).toMatchObject({ start: '2026-03-02', limit: 20, due: '2026-04-13', storedDue: '2026-04-13', provisionalYear: null });
    expect(explained.days.filter(({ kind }) => kind === 'counted')).toHaveLength(20);
    expect(explained.days).toContainEqual({ date: '2026-04-06', kind: 'dayOff', count: null, reason: '清明' });
    expect(explained.days).toContainEqual({ date: '2026-03-10', kind: 'paused', count: null, reason: '检测' });
    expect(explained.pauses).toEqual([
      { label: '检测', from: '2026-03-10', through: '2026-03-20', isOpen: false, days: 9, overrunDays: 2 },
    ]);
    expect(await officer.api.explainClock({ params: { id }, query: { clock: 'step', taskId: task } })).toMatchObject({
      limit: 10,
      due: '2026-03-27',
    });
    expect(await refusal(officer.api.explainClock({ params: { id }, query: { clock: 'step', taskId: randomUUID() } }))).toMatchObject({
      status: 404,
      code: 'clock.none',
    });
  });

  it('R3.2 overlapping procedures count once, and an end today keeps the pause until midnight', async () => {
    const id = await hall.accepted(2);
    const boss = await chief.signIn();
    const { id: task, version } = await claimed(await holder.signIn(), id);
    const ask = (kind: 'testing' | 'expertReview') =>
      boss.api.requestProcedure({ params: { id: task }, body: { expectedVersion: version, kind, reason: '复核' } });
    // The chief's own request waits for nobody.
    const [testing, review] = [await ask('testing'), await ask('expertReview')];
    expect([testing.phase, testing.announcedEnd, review.announcedEnd]).toEqual(['noticed', '2026-03-11', '2026-03-16']);
    expect(await hall.datesOf(id)).toMatchObject({ statutory: '2026-04-14' });
    await hall.onDay('2026-03-05');
    const officer = await holder.signIn();
    for (const one of [testing, review]) {
      await officer.api.addProcedureDocument({ params: { id: one.id } }, { file: PDF, fileName: '报告.pdf' });
      await officer.api.endProcedure({ params: { id: one.id }, body: { outcome: '合格' } });
    }
    expect(await hall.datesOf(id)).toMatchObject({ statutory: '2026-04-02', paused: true });
    await hall.onDay('2026-03-06');
    expect(await hall.datesOf(id)).toMatchObject({ statutory: '2026-04-02', paused: false });
    const left = await app.database.query('SELECT 1 FROM special_procedure WHERE case_id = $1 AND renew_on IS NOT NULL', [id]);
    expect(left).toEqual([]);
  });

  it('is refused where the law does not know it, with what to do instead', async () => {
    const id = await hall.accepted(3);
    const officer = await holder.signIn();
    const { id: task, version } = await claimed(officer, id);
    const ask = (more: object, client = officer) =>
      client.raw('POST', `/api/tasks/${task}/procedures`, { json: { expectedVersion: version, kind: 'testing', reason: '复检', ...more } });
    const colleague = await (await hall.officer(['approver'])).signIn();
    expect(await ask({}, colleague)).toMatchObject({
      status: 403,
      body: { code: 'task.actor-not-allowed', title: '本件由别人办理，由持件人申请。联系持件人' },
    });
    expect(await ask({ kind: 'hearing' })).toMatchObject({
      status: 422,
      body: { code: 'procedure.not-listed', title: '事项没有列入“听证”。这一环节可以暂停的有：检测、专家评审' },
    });
    expect(await ask({ kind: 'siteVisit' })).toMatchObject({ status: 400 });
    expect(await ask({ kind: 'publicNotice' })).toMatchObject({ status: 422, body: { code: 'procedure.not-listed' } });
    expect(await ask({ days: 0 })).toMatchObject({ status: 400 });
    expect(await ask({ days: 1.5 })).toMatchObject({ status: 400 });
    expect(await ask({ reason: ' ' })).toMatchObject({ status: 400 });
    expect(await ask({ expectedVersion: 0 })).toMatchObject({ status: 409, body: { code: 'task.version-stale' } });
    expect(await ask({ reason: '电话 13800138000' })).toMatchObject({ status: 422, body: { code: 'event.personal-data' } });

    const asked = await officer.api.requestProcedure({
      params: { id: task },
      body: { expectedVersion: version, kind: 'testing', reason: '复检' },
    });
    expect(await ask({})).toMatchObject({ status: 409, body: { code: 'procedure.already-open' } });
    const act = (what: string, client: TestClient, json?: object) =>
      client.raw('POST', `/api/procedures/${asked.id}/${what}`, json === undefined ? {} : { json });
    expect(await act('approve', officer)).toMatchObject({ status: 403 });
    const stranger = await (await hall.officer(['chief'], (await openClockHall(app)).departmentId)).signIn();
    expect(await act('approve', stranger)).toMatchObject({ status: 404, body: { code: 'procedure.not-found' } });
    expect(await act('withdraw', colleague)).toMatchObject({ status: 403, body: { code: 'procedure.actor-not-allowed' } });
    expect(await act('end', officer, { outcome: '合格' })).toMatchObject({
      status: 409,
      body: { code: 'procedure.transition-not-allowed' },
    });
    const boss = await chief.signIn();
    expect(await act('refuse', boss, { reason: '材料里已有报告' })).toMatchObject({ status: 200, body: { phase: 'refused' } });
    expect(await act('approve', boss)).toMatchObject({ status: 409 });
    expect((await officer.api.myNotifications({ query: {} })).items[0]?.words).toContain('材料里已有报告');

    const second = await officer.api.requestProcedure({
      params: { id: task },
      body: { expectedVersion: version, kind: 'testing', reason: '复检' },
    });
    expect(await officer.api.withdrawProcedure({ params: { id: second.id } })).toMatchObject({ phase: 'withdrawn' });
    const third = await boss.api.requestProcedure({
      params: { id: task },
      body: { expectedVersion: version, kind: 'testing', days: 3, reason: '复检' },
    });
    await hall.onDay('2026-03-04');
    const again = await holder.signIn();
    const end = (endedOn: string) => again.raw('POST', `/api/procedures/${third.id}/end`, { json: { outcome: '合格', endedOn } });
    expect(await end('2026-03-01')).toMatchObject({ status: 422, body: { code: 'procedure.ends-before-start' } });
    expect(await end('2026-03-05')).toMatchObject({ status: 422, body: { code: 'procedure.ends-in-future' } });
    expect(await end('2026-02-30')).toMatchObject({ status: 400 });
    const text = new Blob(['not a document']);
    expect(await refusal(again.api.addProcedureDocument({ params: { id: third.id } }, { file: text, fileName: '报告.pdf' }))).toMatchObject(
      { status: 415 },
    );

    // A case that ended takes no pause any more, and the night leaves its dates alone.
    const waiting = await again.api.requestProcedure({
      params: { id: task },
      body: { expectedVersion: (await taskOf(again, task)).version, kind: 'expertReview', reason: '评审' },
    });
    const todays = await chief.signIn();
    const kase = await todays.api.getCase({ params: { id } });
    await todays.api.terminateCase({ params: { id }, body: { expectedVersion: kase.version, reason: '申请人注销' } });
    // What ran ended with it on that day, what waited was taken back; the story says so, and nothing is left to be done.
    const { procedures } = await todays.api.getCaseClockWork({ params: { id } });
    expect(procedures.map(({ id: one, phase, endedOn }) => [one, phase, endedOn])).toEqual(
      expect.arrayContaining([
        [third.id, 'ended', '2026-03-04'],
        [waiting.id, 'withdrawn', null],
      ]),
    );
    expect(await wordsOf(todays, id, 'procedure.end', 'procedure.withdraw')).toEqual([
      '撤回检测的申请',
      '检测 03-04 结束：办件结束，随之结束；承诺 03-19 改为 03-18，法定 04-02 改为 04-01',
      '办件结束，专家评审的申请随之撤回',
    ]);
    for (const [one, what] of [
      [waiting.id, 'approve'],
      [third.id, 'end'],
    ] as const)
      expect(await todays.raw('POST', `/api/procedures/${one}/${what}`, what === 'end' ? { json: { outcome: '合格' } } : {})).toMatchObject(
        {
          status: 409,
          body: { code: 'procedure.transition-not-allowed' },
        },
      );
    const late = { expectedVersion: (await taskOf(again, task)).version, reason: '复检' };
    expect(await again.raw('POST', `/api/tasks/${task}/procedures`, { json: { ...late, kind: 'testing' } })).toMatchObject({
      status: 409,
      body: { code: 'procedure.case-not-accepted', title: '本件“已终止”，暂停计时限于“已受理”、还没有决定时' },
    });
    expect(await again.raw('POST', `/api/tasks/${task}/extensions`, { json: { ...late, days: 1 } })).toMatchObject({
      status: 409,
      body: { code: 'extension.case-not-accepted' },
    });
    expect((await todays.api.listClockWork({ query: { tab: 'waiting' } })).items).toEqual([]);
    await hall.onDay('2026-03-20');
    const [dates] = await app.database.query('SELECT statutory_due AS due FROM cases WHERE id = $1', [id]);
    expect(dates).toEqual({ due: '2026-04-01' });
  });

  it('ends with a case that the applicant takes back; a request that the decision passed over is taken back by the night', async () => {
    const id = await hall.accepted(4);
    const officer = await holder.signIn();
    const { id: task, version } = await claimed(officer, id);
    const ask = (caseTask: string, expectedVersion: number, client = officer) =>
      client.api.requestProcedure({ params: { id: caseTask }, body: { expectedVersion, kind: 'testing', reason: '复检' } });
    const running = await ask(task, version, await chief.signIn());
    const row = await hall.clerk.api.getCase({ params: { id } });
    await hall.clerk.api.withdrawCase({ params: { id }, body: { expectedVersion: row.version, reason: '不再经营', writtenRequest: true } });
    const stateOf = async (one: string) =>
      (await app.database.query('SELECT status, ended_on AS "on", renew_on AS renew FROM special_procedure WHERE id = $1', [one]))[0];
    expect(await stateOf(running.id)).toEqual({ status: 'ended', on: '2026-03-02', renew: null });
    expect(await wordsOf(officer, id, 'procedure.end')).toEqual([expect.stringContaining('办件结束，随之结束；')]);

    const other = await hall.accepted(5);
    const second = await claimed(officer, other);
    const asked = await ask(second.id, second.version);
    await hall.onDay('2026-03-03');
    expect(await stateOf(asked.id)).toEqual({ status: 'requested', on: null, renew: '2026-03-04' });
    await app.database.query(`UPDATE cases SET status = 'decided' WHERE id = $1`, [other]);
    await hall.onDay('2026-03-04');
    expect(await stateOf(asked.id)).toEqual({ status: 'withdrawn', on: null, renew: null });
    expect(await wordsOf(await chief.signIn(), other, 'procedure.withdraw')).toEqual(['办件结束，检测的申请随之撤回']);
  });
});
