import { afterAll, beforeEach, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptedShopCase, type HallAtWork, openHall, openShopDraft, person } from '../../test/hall-factory.js';
import { createHall } from '../../test/people-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import type { TestClient } from '../../test/test-client.js';
import { openTicketHall, type TicketHallAtWork } from '../../test/ticket-factory.js';

let app: TestApp;
let hall: HallAtWork;
let tickets: TicketHallAtWork;
let second: TestClient;

beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  app.clock.set('2026-03-02T01:00:00.000Z');
  hall = await openHall(app);
  tickets = await openTicketHall(app, hall);
  second = await hall.staff(['clerk'], { counterId: hall.counterIds[1] ?? '' });
});
afterAll(() => app.close());

async function call(client = hall.clerk): Promise<{ id: string; number: string }> {
  const { ticket } = await client.api.callNextTicket();
  if (!ticket) throw new Error('nobody waits');
  return ticket;
}

/** Calls and finishes until nobody waits; the numbers in their order. */
async function callAll(client = hall.clerk): Promise<string[]> {
  const numbers: string[] = [];
  for (;;) {
    const { ticket } = await client.api.callNextTicket();
    if (!ticket) return numbers;
    numbers.push(ticket.number);
    await client.api.finishTicket({ params: { id: ticket.id } });
  }
}

describe('a ticket from the kiosk to the end', () => {
  it('waits, is called, recalled, served with its case, and done with by the next call', async () => {
    const slip = await tickets.take();
    expect(slip).toMatchObject({ number: 'A001', kindName: '综合受理', priority: false, ahead: 0, expectedMinutes: 0 });
    expect(slip.qr.path).toMatch(/^M0 0h7/);
    expect((await tickets.take()).ahead).toBe(1);
    app.clock.advance({ minutes: 6 });
    const desk = await hall.clerk.api.getTicketDesk();
    expect(desk).toMatchObject({ usesTickets: true, current: null, waiting: { all: 2, priority: 0, longestMinutes: 6 } });
    const { ticket } = await hall.clerk.api.callNextTicket();
    expect(ticket).toMatchObject({ number: 'A001', status: 'called', callCount: 1, identityMasked: null });
    const id = ticket?.id ?? '';
    app.clock.advance({ minutes: 1 });
    expect((await hall.clerk.api.recallTicket({ params: { id } })).ticket.callCount).toBe(2);
    const wall = await app.client().api.getTicketHall({ params: { hall: tickets.code } });
    expect(wall.calls).toEqual([{ number: 'A001', priority: false, counterNumber: 1, at: '2026-03-02T01:07:00.000Z', callCount: 2 }]);
    const draft = await openShopDraft(hall, 401);
    const linked = await hall.clerk.api.linkTicket({ params: { id }, body: { caseId: draft.id } });
    expect(linked.ticket).toMatchObject({ status: 'serving', caseId: draft.id, servingAt: '2026-03-02T01:07:00.000Z' });
    app.clock.advance({ minutes: 8 });
    expect((await call()).number).toBe('A002');
    const [row] = await app.database.query<{ status: string; waited: number; handled: number }>(
      `SELECT status, waited_seconds AS waited, handled_seconds AS handled FROM ticket WHERE id = $1`,
      [id],
    );
    expect(row).toEqual({ status: 'finished', waited: 360, handled: 540 });
    const story = await app.database.query<{ action: string }>(`SELECT action FROM ticket_event WHERE ticket_id = $1 ORDER BY seq`, [id]);
    expect(story.map(({ action }) => action)).toEqual(['take', 'call', 'recall', 'serve', 'finish']);
    const shown = await app.client().api.getTicket({ params: { token: slip.token } });
    expect(shown).toMatchObject({ number: 'A001', status: 'finished', counterNumber: 1 });
  });

  it('stays at the counter while nobody waits, and ends when somebody follows', async () => {
    await tickets.take();
    const { id } = await call();
    const draft = await openShopDraft(hall, 402);
    await hall.clerk.api.linkTicket({ params: { id }, body: { caseId: draft.id } });
    expect(await hall.clerk.api.callNextTicket()).toEqual({ ticket: null });
    expect((await hall.clerk.api.getTicketDesk()).current).toMatchObject({ number: 'A001', status: 'serving' });
    await tickets.take();
    expect((await call()).number).toBe('A002');
    const [row] = await app.database.query<{ status: string }>(`SELECT status FROM ticket WHERE id = $1`, [id]);
    expect(row).toEqual({ status: 'finished' });
  });

  it('tells the hall’s present state: queues, open counters, times', async () => {
    await tickets.take();
    await tickets.take('general', { priority: true });
    await tickets.take('elderly');
    const first = await call();
    app.clock.advance({ minutes: 4 });
    await hall.clerk.api.finishTicket({ params: { id: first.id } });
    const state = await app.client().api.getTicketHall({ params: { hall: tickets.code } });
    expect(state.queues).toEqual([
      { letter: 'P', name: '绿色通道', priority: true, waiting: 1, expectedMinutes: 5 },
      { letter: 'A', name: '综合受理', priority: false, waiting: 1, expectedMinutes: 5 },
      { letter: 'B', name: '出件取件', priority: false, waiting: 0, expectedMinutes: 0 },
    ]);
    expect(state.counters).toEqual({ open: 2, all: 2 });
    expect(state).toMatchObject({ averageWaitMinutes: 0, averageHandlingMinutes: 4 });
    expect(state.kinds.map(({ name, open, priority }) => [name, open, priority])).toEqual([
      ['综合受理', true, false],
      ['出件取件', true, false],
      ['高龄津贴', true, true],
    ]);
  });

  it('promises no wait where no counter is open, neither on the slip nor on the phone', async () => {
    const quiet = await openTicketHall(app, await createHall(app.database));
    await quiet.take();
    for (const slip of [await quiet.take(), await quiet.take('general', { priority: true })]) {
      expect(slip.expectedMinutes).toBeNull();
      expect((await app.client().api.getTicket({ params: { token: slip.token } })).expectedMinutes).toBeNull();
    }
  });

  it('tells who follows a case that nobody waits, and, once the counters are closed, that they are', async () => {
    const { id } = await acceptedShopCase(hall, 402);
    const [row] = await app.database.query<{ token: string }>('SELECT progress_token AS token FROM cases WHERE id = $1', [id]);
    const waiting = async () => (await app.client().api.getProgress({ params: { token: row?.token ?? '' } })).waiting;
    expect(await waiting()).toMatchObject([{ people: 0, minutes: 0 }]);
    app.clock.advance({ minutes: 12 * 60 });
    expect(await waiting()).toMatchObject([{ people: 0, minutes: null }]);
  });

  it('calls the priority lane first, but never more than two in a row while others wait', async () => {
    for (let at = 0; at < 3; at += 1) await tickets.take();
    for (let at = 0; at < 5; at += 1) await tickets.take('general', { priority: true });
    expect(await callAll()).toEqual(['P001', 'P002', 'A001', 'P003', 'P004', 'A002', 'P005', 'A003']);
  });

  it('calls at a counter only what the counter serves', async () => {
    await tickets.take('elderly');
    await tickets.take('issue');
    expect(await callAll(second)).toEqual(['B001']);
    expect(await callAll()).toEqual(['P001']);
  });

  it('passes to another counter, which calls it next, and to other business, where it keeps its place', async () => {
    await tickets.take();
    await tickets.take();
    const first = await call();
    app.clock.advance({ minutes: 3 });
    const passed = await hall.clerk.api.passTicket({ params: { id: first.id }, body: { counterId: hall.counterIds[1] ?? '' } });
    expect(passed.ticket).toMatchObject({ number: 'A001', status: 'passed' });
    await tickets.take('issue', { priority: true });
    expect((await call()).number).toBe('A002');
    expect((await second.api.callNextTicket()).ticket?.number).toBe('A001');
    const state = await second.api.getTicketDesk();
    const sent = await second.api.passTicket({ params: { id: state.current?.id ?? '' }, body: { kindId: tickets.kinds.issue } });
    expect(sent.ticket).toMatchObject({ number: 'A001', kindName: '出件取件' });
    expect(await callAll(second)).toEqual(['P001', 'A001']);
    const [row] = await app.database.query<{ handled: number }>(`SELECT handled_seconds AS handled FROM ticket WHERE id = $1`, [first.id]);
    expect(row?.handled).toBe(180);
  });

  it('queues up anew at the end who was not there', async () => {
    await tickets.take();
    const first = await call();
    await hall.clerk.api.skipTicket({ params: { id: first.id } });
    await tickets.take();
    expect((await hall.clerk.api.getTicketDesk()).skipped).toMatchObject([{ number: 'A001' }]);
    app.clock.advance({ minutes: 1 });
    expect((await second.api.requeueTicket({ params: { id: first.id } })).ticket.status).toBe('waiting');
    expect(await callAll()).toEqual(['A002', 'A001']);
  });

  it('brings the applicant along, to the counter that called and to nobody else, and on record', async () => {
    const who = person(402);
    const identityNumber = who.identityNumber;
    const slip = await tickets.take('general', { identityNumber });
    const { api } = app.client();
    const everywhere = JSON.stringify([
      slip,
      await api.getTicketHall({ params: { hall: tickets.code } }),
      await api.getTicket({ params: { token: slip.token } }),
    ]);
    expect(everywhere).not.toContain(identityNumber);
    expect(everywhere).not.toContain(identityNumber.slice(0, 6));
    const [stored] = await app.database.query<{ row: string }>(`SELECT t::text AS row FROM ticket t WHERE token = $1`, [slip.token]);
    expect(stored?.row).not.toContain(identityNumber);
    await openShopDraft(hall, 402);
    const { ticket } = await hall.clerk.api.callNextTicket();
    const params = { id: ticket?.id ?? '' };
    expect(ticket?.identityMasked).toMatch(/^440\*+/);
    expect(await hall.clerk.api.bringTicketApplicant({ params })).toEqual({
      applicant: { identityType: 'idCard', identityNumber, name: who.name },
    });
    await expect(second.api.bringTicketApplicant({ params })).rejects.toMatchObject({ code: 'ticket.held-by-other' });
    const brought = await app.database.query(`SELECT 1 FROM audit_entry WHERE action = 'ticket.applicant-brought' AND subject_id = $1`, [
      params.id,
    ]);
    expect(brought).toHaveLength(1);
  });
});

describe('under load', () => {
  it('gives no number twice and none to two counters: 50 calls at once over 30 tickets', async () => {
    const slips = await Promise.all(Array.from({ length: 30 }, () => tickets.take()));
    expect(new Set(slips.map(({ number }) => number)).size).toBe(30);
    expect(slips.map(({ number }) => number).sort()[29]).toBe('A030');
    const counters = await Promise.all(Array.from({ length: 50 }, (_, at) => counterAt(100 + at)));
    const answers = await Promise.all(counters.map((client) => client.api.callNextTicket()));
    const numbers = answers.flatMap(({ ticket }) => (ticket ? [ticket.number] : []));
    expect([...numbers].sort()).toEqual(slips.map(({ number }) => number).sort());
  }, 60_000);

  it('calls one ticket for one counter, however often its two tabs ask at once', async () => {
    await Promise.all(Array.from({ length: 4 }, () => tickets.take()));
    const answers = await Promise.allSettled(Array.from({ length: 6 }, () => hall.clerk.api.callNextTicket()));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers) if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'ticket.still-called' });
  });
});

/** A further counter of the hall with a clerk at it; all hold the session of one person. */
async function counterAt(number: number): Promise<TestClient> {
  const [row] = await app.database.query<{ id: string }>(
    `INSERT INTO counter (id, hall_id, number, name) VALUES (gen_random_uuid(), $1, $2, '综合窗口') RETURNING id`,
    [hall.hallId, number],
  );
  const counterId = row?.id ?? '';
  await app.database.query(`INSERT INTO ticket_duty (counter_id, kind_id) VALUES ($1, $2)`, [counterId, tickets.kinds.general]);
  return await hall.staff(['clerk'], { counterId });
}
