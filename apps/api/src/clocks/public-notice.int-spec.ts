import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { claimed, type ClockHall, type Officer, openClockHall, taskOf, wordsOf } from '../../test/clock-world.js';
import { pngFile, publishItem, SHOP_PERMIT } from '../../test/hall-factory.js';
import { NOTICE_2027 } from '../../test/notice-2027.js';
import { createDepartment } from '../../test/people-factory.js';
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

describe('R3.1 a public notice', () => {
  it('comes with its step, runs its own days, collects objections and answers them', async () => {
    const id = await hall.accepted(4);
    let officer = await holder.signIn();
    const review = await claimed(officer, id);
    await officer.api.completeTask({ params: { id: review.id }, body: { expectedVersion: review.version, opinion: '同意' } });
    const { id: task, version } = await claimed(officer, id, 'notice');
    const { actions } = await officer.api.getTask({ params: { id: task } });
    expect(actions.find(({ action }) => action === 'complete')).toMatchObject({
      allowed: false,
      reason: expect.stringContaining('还没有公示'),
    });
    const passed = { params: { id: task }, body: { expectedVersion: version, opinion: '无异议' } };
    expect(await refusal(officer.api.completeTask(passed))).toMatchObject({ status: 422, code: 'procedure.public-notice-missing' });
    const { listed } = await officer.api.getTaskClockWork({ params: { id: task } });
    expect(listed.find(({ kind }) => kind === 'publicNotice')).toMatchObject({ days: 10, unit: 'calendar', isFixed: true, problem: null });
    const ask = { params: { id: task }, body: { expectedVersion: version, kind: 'publicNotice' as const, reason: '按事项规定公示' } };
    expect(await refusal(officer.api.requestProcedure({ ...ask, body: { ...ask.body, days: 5 } }))).toMatchObject({
      code: 'procedure.days-fixed',
      title: '公示的天数由事项规定：10 天，不能改',
    });
    const { id: notice } = await officer.api.requestProcedure(ask);
    const started = await (await chief.signIn()).api.approveProcedure({ params: { id: notice } });
    expect(started).toMatchObject({ startedOn: '2026-03-02', announcedEnd: '2026-03-12' });
    expect(await hall.datesOf(id)).toMatchObject({ statutory: '2026-04-10' });

    await hall.onDay('2026-03-06');
    officer = await holder.signIn();
    const objection = { by: '四单元 302 住户', words: '担心采光' };
    const object = (body: object) => officer.raw('POST', `/api/procedures/${notice}/objections`, { json: { ...objection, ...body } });
    expect(await object({ receivedOn: '2026-03-07' })).toMatchObject({ status: 422, body: { code: 'objection.in-future' } });
    expect(await object({ receivedOn: '2026-03-01' })).toMatchObject({ status: 422, body: { code: 'objection.out-of-period' } });
    // R10.2: who objected is named, and no number of theirs stands open on the screens of all who read it.
    expect(await object({ words: '请回电 138 1234 6021' })).toMatchObject({ status: 422, body: { code: 'event.personal-data' } });
    const { objections } = await officer.api.recordObjection({ params: { id: notice }, body: { ...objection, receivedOn: '2026-03-05' } });
    expect(objections).toMatchObject([{ by: '四单元 302 住户' }]);
    // R10.2: the hall reads that there is an objection; who made it is the department's affair.
    const reader = await hall.staff(['clerk'], { hallId: hall.hallId });
    const { procedures } = await reader.api.getCaseClockWork({ params: { id } });
    expect(procedures[0]?.objections).toMatchObject([{ by: '四**', words: '担心采光' }]);
    const end = (more: object = {}) => officer.raw('POST', `/api/procedures/${notice}/end`, { json: { outcome: '公示期满', ...more } });
    expect(await end()).toMatchObject({ status: 422, body: { code: 'procedure.public-notice-too-short' } });
    await hall.onDay('2026-03-13');
    officer = await holder.signIn();
    expect(await object({})).toMatchObject({ status: 422, body: { code: 'objection.out-of-period' } });
    expect(await end({ endedOn: '2026-03-12' })).toMatchObject({ status: 422, body: { code: 'procedure.objections-open' } });
    const answer = { params: { id: objections[0]?.id ?? '' }, body: { answer: '日照分析合格，已书面答复' } };
    const secret = { ...answer, body: { answer: '已告知 110105 19491231 002X 本人' } };
    expect(await refusal(officer.api.answerObjection(secret))).toMatchObject({ status: 422, code: 'event.personal-data' });
    expect((await officer.api.answerObjection(answer)).objections).toMatchObject([{ answer: '日照分析合格，已书面答复' }]);
    expect(await refusal(officer.api.answerObjection(answer))).toMatchObject({ status: 409, code: 'objection.answered' });
    expect(await end({ endedOn: '2026-03-12' })).toMatchObject({ status: 200, body: { phase: 'ended', overrunDays: 0 } });
    expect(await hall.datesOf(id)).toMatchObject({ statutory: '2026-04-10', paused: false });
    // R5.2: its end became known on a later day, which counts for who is asked meanwhile.
    const [stored] = await app.database.query<{ halts: object[] }>('SELECT halts FROM cases WHERE id = $1', [id]);
    expect(stored?.halts).toMatchObject([{ actualEnd: '2026-03-12', recordedOn: '2026-03-13' }]);
    expect(await wordsOf(officer, id, 'procedure.objection', 'procedure.answer')).toEqual([
      '公示期内收到一条异议（03-05）',
      '答复公示异议',
    ]);
    expect(await refusal(officer.api.answerObjection({ params: { id: randomUUID() }, body: { answer: '无' } }))).toMatchObject({
      status: 404,
      code: 'objection.not-found',
    });
  });

  it('R1.2 whose end was guessed lasts its working days once the year is out', async () => {
    const specialProcedures = [{ kind: 'publicNotice' as const, basis: '市容条例第十条', usualDays: 7 }];
    const definition = { ...SHOP_PERMIT, specialProcedures };
    const item = await publishItem(app, { departmentCode: hall.departmentCode, name: '按工作日公示的事项', definition });
    await hall.onDay('2026-12-28');
    const id = await hall.accepted(5, await hall.staff(['clerk'], { hallId: hall.hallId }), item.versionId);
    const { id: task, version } = await claimed(await holder.signIn(), id);
    const ask = { params: { id: task }, body: { expectedVersion: version, kind: 'publicNotice' as const, reason: '按事项规定公示' } };
    const { id: notice } = await (await holder.signIn()).api.requestProcedure(ask);
    const started = await (await chief.signIn()).api.approveProcedure({ params: { id: notice } });
    expect(started).toMatchObject({ startedOn: '2026-12-28', announcedEnd: '2027-01-06' });
    const admin = await hall.staff(['system_admin']);
    await admin.api.loadCalendarNotice({
      params: { year: 2027 },
      body: { text: NOTICE_2027, source: '国办发明电〔2026〕9 号', expectedVersion: 0 },
    });
    await app.drain();
    await app.flushSignals();
    const told = async () => {
      await app.sweep();
      await app.drain();
      const { items } = await (await holder.signIn()).api.myNotifications();
      return items.map(({ words }) => words).filter((words) => words.includes('恢复计时'));
    };
    await hall.onDay('2027-01-04');
    expect(await told()).toEqual([]);
    await hall.onDay('2027-01-07');
    expect(await told()).toEqual([expect.stringContaining('公示到 01-07 期满')]);
    const officer = (await holder.signIn()).api;
    const end = { params: { id: notice }, body: { outcome: '公示期满' } };
    expect(await refusal(officer.endProcedure(end))).toMatchObject({ code: 'procedure.public-notice-too-short' });
    const objected = await officer.recordObjection({ params: { id: notice }, body: { by: '李某', words: '占道' } });
    expect(objected).toMatchObject({ phase: 'running', announcedEnd: '2027-01-07', objections: [{ receivedOn: '2027-01-07' }] });
  });
});

describe('a decision', () => {
  it('R3.2 waits for the outcome of what stopped the clock', async () => {
    const item = await publishItem(app, {
      departmentCode: hall.departmentCode,
      name: '检测后决定的事项',
      definition: { ...SHOP_PERMIT, specialProcedures: [{ kind: 'testing', basis: '许可法第四十五条', usualDays: 7 }] },
    });
    const id = await hall.accepted(9, hall.clerk, item.versionId);
    const officer = await holder.signIn();
    const review = await claimed(officer, id);
    await officer.api.completeTask({ params: { id: review.id }, body: { expectedVersion: review.version, opinion: '同意' } });
    const boss = await chief.signIn();
    const { id: task, version } = await claimed(boss, id, 'decision');
    const body = { expectedVersion: version, kind: 'testing' as const, reason: '复检' };
    const { id: testing } = await boss.api.requestProcedure({ params: { id: task }, body });
    const kase = await boss.api.getCase({ params: { id } });
    const why = '检测还没有结束。记下结果、结束暂停后再决定';
    expect(kase.actions.find(({ action }) => action === 'decide')).toEqual({ action: 'decide', allowed: false, reason: why });
    const decide = (expectedVersion: number) =>
      boss.api.decideCase({ params: { id }, body: { expectedVersion, decision: 'deny', reason: '不合格' } });
    expect(await refusal(decide(kase.version))).toEqual({ status: 422, code: 'case.procedure-running', title: why });
    // R11: another department does not learn that there is such a procedure, nor what became of it.
    const stranger = await (await hall.officer(['approver'], await createDepartment(app.database, '城市管理局'))).signIn();
    const foreign = await refusal(
      stranger.api.addProcedureDocument({ params: { id: testing } }, { file: pngFile(), fileName: '报告.png' }),
    );
    expect(foreign).toMatchObject({ status: 404, code: 'procedure.not-found' });
    await boss.api.addProcedureDocument({ params: { id: testing } }, { file: pngFile(), fileName: '报告.png' });
    await boss.api.endProcedure({ params: { id: testing }, body: { outcome: '不合格' } });
    expect(await decide((await boss.api.getCase({ params: { id } })).version)).toMatchObject({ decision: 'deny' });
    // What was done and decided is explained as it stood on that day.
    await hall.onDay('2026-03-20');
    const later = (await chief.signIn()).api;
    for (const query of [{ clock: 'step' as const, taskId: review.id }, { clock: 'statutory' as const }]) {
      const { due, storedDue, today, remaining } = await later.explainClock({ params: { id }, query });
      expect([due, today, remaining > 0]).toEqual([storedDue, '2026-03-02', true]);
    }
  });
});

describe('R1.8 the lights around a pause', () => {
  /** Row, filter, counts and the chief's board say the same of the holder's work. @returns the light of each row */
  async function lightsOf(day: string): Promise<string[]> {
    await hall.onDay(day);
    const [officer, boss] = [await holder.signIn(), await chief.signIn()];
    const { items } = await officer.api.listTasks({ query: { tab: 'mine' } });
    const numbers = { red: 0, yellow: 0, green: 0, paused: 0, all: items.length };
    for (const light of ['red', 'yellow', 'green', 'paused'] as const) {
      const lit = items.filter((task) => task.light === light).map(({ id }) => id);
      numbers[light] = lit.length;
      const filtered = await officer.api.listTasks({ query: { tab: 'mine', light } });
      const board = await boss.api.listDepartmentTasks({ query: { scope: 'held', light } });
      for (const list of [filtered, board]) expect([day, light, list.items.map(({ id }) => id)]).toEqual([day, light, lit]);
    }
    expect((await officer.api.countTasks()).mine).toEqual(numbers);
    expect((await boss.api.departmentBoard()).held).toEqual(numbers);
    return items.map(({ light }) => light).sort();
  }

  it('agree on the day of the notice, while it stands still, and on the days off after', async () => {
    const cases = [await hall.accepted(12), await hall.accepted(13)];
    const officer = await holder.signIn();
    const tasks = [await claimed(officer, cases[0] ?? ''), await claimed(officer, cases[1] ?? '')];
    const stop = async (at: number) => {
      const { id, version } = tasks[at] ?? { id: '', version: 0 };
      const body = { expectedVersion: version, kind: 'testing' as const, reason: '复检' };
      return (await (await chief.signIn()).api.requestProcedure({ params: { id }, body })).id;
    };
    expect(await lightsOf('2026-03-12')).toEqual(['yellow', 'yellow']);
    await stop(0);
    expect(await lightsOf('2026-03-12')).toEqual(['yellow', 'yellow']);
    expect(await lightsOf('2026-03-13')).toEqual(['paused', 'yellow']);
    // The other stops on the very day on which it is due.
    expect(await lightsOf('2026-03-16')).toEqual(['paused', 'yellow']);
    const late = await stop(1);
    expect(await lightsOf('2026-03-16')).toEqual(['paused', 'yellow']);
    await hall.onDay('2026-03-20');
    const last = await holder.signIn();
    await last.api.addProcedureDocument({ params: { id: late } }, { file: pngFile(), fileName: '报告.png' });
    await last.api.endProcedure({ params: { id: late }, body: { outcome: '合格' } });
    expect(await lightsOf('2026-03-20')).toEqual(['paused', 'paused']);
    expect(await lightsOf('2026-03-21')).toEqual(['paused', 'yellow']);
    expect(await lightsOf('2026-03-23')).toEqual(['paused', 'red']);
  });
});

describe('R1.5 a task that comes back after the dates of its case have moved', () => {
  it('has the dates of the case and stands still with it, taken back (取回) or sent to a department anew', async () => {
    const [taken, refused] = [await hall.accepted(10), await hall.accepted(11)];
    const officer = await holder.signIn();
    const boss = await chief.signIn();
    const review = await claimed(officer, taken);
    await officer.api.completeTask({ params: { id: review.id }, body: { expectedVersion: review.version, opinion: '同意' } });
    const other = await claimed(officer, refused);
    await officer.api.refuseTask({ params: { id: other.id }, body: { expectedVersion: other.version, reason: '不归本部门' } });
    for (const { id } of [review, other]) {
      const { version } = await taskOf(boss, id);
      const body = { expectedVersion: version, kind: 'testing' as const, reason: '复检' };
      expect(await boss.api.requestProcedure({ params: { id }, body })).toMatchObject({ phase: 'noticed' });
    }
    await hall.onDay('2026-03-03');
    await (await holder.signIn()).api.retrieveTask({ params: { id: review.id } });
    const clerk = await hall.staff(['clerk'], { counterId: hall.counterIds[0] ?? '' });
    const { items } = await clerk.api.listReroutes();
    const reroute = items.find(({ caseId }) => caseId === refused);
    await clerk.api.rerouteTask({ params: { id: reroute?.id ?? '' }, body: { departmentId: hall.departmentId } });
    // Seven days of testing, 03-03 to 03-11, on each of the three clocks.
    const dates = { statutory: '2026-04-09', promised: '2026-03-25', step: '2026-03-25', nearest: '2026-03-25', paused: true };
    expect([await hall.datesOf(taken), await hall.datesOf(refused)]).toMatchObject([dates, dates]);
    const copies = await app.database.query(
      `SELECT c.id FROM cases c JOIN review_task t ON t.case_id = c.id AND t.status IN ('pooled', 'claimed')
       WHERE c.id = ANY($1::uuid[]) AND (t.statutory_due, t.promised_due) IS DISTINCT FROM (c.statutory_due, c.promised_due)`,
      [[taken, refused]],
    );
    expect(copies).toEqual([]);
  });
});
