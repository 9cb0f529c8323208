import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptedShopCase, type HallAtWork, openHall, openShopDraft } from '../../test/hall-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import { createHall } from '../../test/people-factory.js';
import type { TestClient } from '../../test/test-client.js';
import { drawAt, openTicketHall, type TicketHallAtWork } from '../../test/ticket-factory.js';

let app: TestApp;
let hall: HallAtWork;
let tickets: TicketHallAtWork;
let second: TestClient;

beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
  tickets = await openTicketHall(app, hall);
  second = await hall.staff(['clerk'], { counterId: hall.counterIds[1] ?? '' });
});
afterAll(() => app.close());

const NOBODY = '0190a000-0000-7000-8000-000000000000';

async function called(client = hall.clerk): Promise<string> {
  await tickets.take();
  const { ticket } = await client.api.callNextTicket();
  return ticket?.id ?? '';
}

/** Draws over the wire, for what the kiosk never sends. */
async function draw(json: unknown, code = tickets.code, from = '10.9.9.9') {
  return await app.client().raw('POST', `/api/halls/${code}/tickets`, { json, headers: { 'x-forwarded-for': from } });
}

describe('the kiosk refuses', () => {
  const wish = () => ({ requestId: randomUUID(), kindId: tickets.kinds.general });

  it('an unknown hall, a business of another hall, and an address that is none', async () => {
    expect(await draw(wish(), 'H-NONE')).toMatchObject({ status: 404, body: { code: 'ticket.hall-unknown' } });
    expect(await draw({ ...wish(), kindId: NOBODY })).toMatchObject({ status: 404, body: { code: 'ticket.kind-unknown' } });
    const { hallId } = await createHall(app.database, 1);
    const [other] = await app.database.query<{ code: string }>('SELECT code FROM hall WHERE id = $1', [hallId]);
    expect(await draw(wish(), other?.code)).toMatchObject({ status: 404, body: { code: 'ticket.kind-unknown' } });
    for (const path of ['/api/halls/H-NONE/tickets', '/api/halls/H-NONE/tickets/stream'])
      expect(await app.client().raw('GET', path)).toMatchObject({ status: 404, body: { code: 'ticket.hall-unknown' } });
    for (const path of ['/api/halls/a_b/tickets', '/api/tickets/short', "/api/halls/'--/tickets"])
      expect((await app.client().raw('GET', path)).status).toBe(400);
  });

  it('a business that is not open now, and says when it is', async () => {
    app.clock.set('2026-03-02T09:00:00.000Z');
    expect(await draw(wish())).toMatchObject({
      status: 422,
      body: { code: 'ticket.kind-closed', title: '综合受理现在不取号：取号时间 08:30–17:00。' },
    });
    app.clock.set('2026-03-02T01:00:00.000Z');
    await app.database.query(`UPDATE ticket_kind SET closed_reason = '系统检修至 14:00' WHERE id = $1`, [tickets.kinds.issue]);
    expect(await draw({ ...wish(), kindId: tickets.kinds.issue })).toMatchObject({
      status: 422,
      body: { facts: { reason: '系统检修至 14:00' } },
    });
    const { kinds } = await app.client().api.getTicketHall({ params: { hall: tickets.code } });
    expect(kinds.find(({ letter }) => letter === 'B')).toMatchObject({ open: false, closedReason: '系统检修至 14:00' });
    await app.database.query(`UPDATE ticket_kind SET closed_reason = NULL WHERE id = $1`, [tickets.kinds.issue]);
  });

  it('a number that fails its check digit, and draws nothing', async () => {
    const identity = { identityType: 'idCard', identityNumber: '110105194912310021' };
    expect(await draw({ ...wish(), identity })).toMatchObject({ status: 422, body: { code: 'ticket.identity-faulty' } });
    const ahead = (await tickets.take()).ahead;
    expect((await tickets.take()).ahead).toBe(ahead + 1);
  });

  it.each([
    ['no request number', { kindId: NOBODY }],
    ['an unknown field', { requestId: NOBODY, kindId: NOBODY, name: '王小明' }],
    [
      'a company’s code',
      { requestId: NOBODY, kindId: NOBODY, identity: { identityType: 'creditCode', identityNumber: '91350100M000100Y43' } },
    ],
    ['a list', []],
  ])('%s', async (_, json) => {
    expect(await draw(json)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });

  it('more than a dozen numbers a minute from one device, and gives one request one number', async () => {
    const requestId = randomUUID();
    const body = { requestId, kindId: tickets.kinds.general };
    const answers = await Promise.all(Array.from({ length: 12 }, () => draw(body, tickets.code, '10.8.8.8')));
    const numbers = new Set(answers.map((answer) => (answer.body as { number: string }).number));
    expect([answers.every(({ status }) => status === 201), numbers.size]).toEqual([true, 1]);
    expect(await draw(body, tickets.code, '10.8.8.8')).toMatchObject({ status: 429, body: { code: 'ticket.too-many' } });
    expect((await drawAt(app.client(), tickets.code, tickets.kinds.general)).number).not.toBe([...numbers][0]);
  });

  it('an unknown slip', async () => {
    await expect(app.client().api.getTicket({ params: { token: 'A'.repeat(24) } })).rejects.toMatchObject({
      status: 404,
      code: 'ticket.not-found',
    });
  });
});

describe('a counter is refused', () => {
  it('a ticket of another counter, and is told which', async () => {
    const params = { id: await called() };
    const draft = await openShopDraft(hall, 411);
    for (const attempt of [
      second.api.recallTicket({ params }),
      second.api.skipTicket({ params }),
      second.api.finishTicket({ params }),
      second.api.passTicket({ params, body: { kindId: tickets.kinds.issue } }),
      second.api.linkTicket({ params, body: { caseId: draft.id } }),
      second.api.bringTicketApplicant({ params }),
    ])
      await expect(attempt).rejects.toMatchObject({
        status: 409,
        code: 'ticket.held-by-other',
        problem: { title: expect.stringContaining('在 1 号窗口') },
      });
    await hall.clerk.api.finishTicket({ params });
  });

  it('a ticket that is done with: the other tab was first', async () => {
    const params = { id: await called() };
    await hall.clerk.api.finishTicket({ params });
    await expect(hall.clerk.api.skipTicket({ params })).rejects.toMatchObject({ status: 409, code: 'ticket.transition-not-allowed' });
    await expect(hall.clerk.api.finishTicket({ params })).rejects.toMatchObject({ status: 409, code: 'ticket.transition-not-allowed' });
    await expect(hall.clerk.api.requeueTicket({ params })).rejects.toMatchObject({ status: 409, code: 'ticket.transition-not-allowed' });
  });

  it('the next call while one is still called, and gets the same answer to the same key', async () => {
    await tickets.take();
    const idempotencyKey = randomUUID();
    const { ticket } = await hall.clerk.api.callNextTicket({}, { idempotencyKey });
    await expect(hall.clerk.api.callNextTicket()).rejects.toMatchObject({ status: 409, code: 'ticket.still-called' });
    expect((await hall.clerk.api.callNextTicket({}, { idempotencyKey })).ticket).toEqual(ticket);
    await hall.clerk.api.finishTicket({ params: { id: ticket?.id ?? '' } });
  });

  it('unknown tickets, other halls’ tickets, unfit targets and cases', async () => {
    const params = { id: await called() };
    const { api } = hall.clerk;
    await expect(api.recallTicket({ params: { id: NOBODY } })).rejects.toMatchObject({ status: 404, code: 'ticket.not-found' });
    const elsewhere = await openHall(app);
    await expect(elsewhere.clerk.api.finishTicket({ params })).rejects.toMatchObject({ status: 404, code: 'ticket.not-found' });
    for (const counterId of [hall.counterIds[0] ?? '', elsewhere.counterIds[0] ?? ''])
      await expect(api.passTicket({ params, body: { counterId } })).rejects.toMatchObject({ status: 422, code: 'ticket.target-unfit' });
    await expect(api.passTicket({ params, body: { kindId: tickets.kinds.general } })).rejects.toMatchObject({
      code: 'ticket.target-unfit',
    });
    await expect(api.passTicket({ params, body: { kindId: NOBODY } })).rejects.toMatchObject({ code: 'ticket.kind-unknown' });
    await expect(api.passTicket({ params, body: { counterId: NOBODY } })).rejects.toMatchObject({ status: 404 });
    const foreign = await acceptedShopCase(elsewhere, 412);
    await expect(api.linkTicket({ params, body: { caseId: foreign.id } })).rejects.toMatchObject({ code: 'case.not-found' });
    await expect(api.linkTicket({ params, body: { caseId: NOBODY } })).rejects.toMatchObject({ code: 'case.not-found' });
    await api.finishTicket({ params });
  });

  it('without a counter, without the role, without a sign-in', async () => {
    const walking = await hall.staff(['clerk']);
    expect(walking.session?.counter).toBeNull();
    await expect(walking.api.callNextTicket()).rejects.toMatchObject({ status: 422, code: 'ticket.counter-missing' });
    const chief = await hall.staff(['chief']);
    await expect(chief.api.callNextTicket()).rejects.toMatchObject({ status: 403 });
    await expect(app.client().api.getTicketDesk()).rejects.toMatchObject({ status: 401 });
  });

  it('nothing when nobody waits: the answer is null', async () => {
    const quiet = await openHall(app);
    await openTicketHall(app, quiet);
    expect(await quiet.clerk.api.callNextTicket()).toEqual({ ticket: null });
  });

  it('nothing where the hall has no queue machine: the strip stays empty', async () => {
    const without = await openHall(app);
    expect(await without.clerk.api.getTicketDesk()).toMatchObject({ usesTickets: false, current: null, kinds: [] });
    expect(await without.clerk.api.callNextTicket()).toEqual({ ticket: null });
  });
});

describe('a day that is over', () => {
  it('begins at 1 anew, makes what is left lapse, and forgets who was there', async () => {
    app.clock.set('2026-03-02T01:00:00.000Z');
    const yesterday = await openHall(app);
    const machine = await openTicketHall(app, yesterday);
    const left = await machine.take('general', { identityNumber: '11010519491231002X' });
    const held = await machine.take();
    const { ticket } = await yesterday.clerk.api.callNextTicket();
    await yesterday.clerk.api.skipTicket({ params: { id: ticket?.id ?? '' } });
    const { ticket: second_ } = await yesterday.clerk.api.callNextTicket();
    expect([left.number, held.number, second_?.number]).toEqual(['A001', 'A002', 'A002']);

    app.clock.set('2026-03-03T01:00:00.000Z');
    const clerk = await yesterday.staff(['clerk'], { counterId: yesterday.counterIds[0] ?? '' });
    const params = { id: second_?.id ?? '' };
    await expect(clerk.api.recallTicket({ params })).rejects.toMatchObject({ status: 409, code: 'ticket.day-over' });
    expect(await app.client().api.getTicket({ params: { token: left.token } })).toMatchObject({ status: 'lapsed' });
    expect((await machine.take()).number).toBe('A001');
    // The counter still holds yesterday's number; it stands in nobody's way.
    expect((await clerk.api.callNextTicket()).ticket?.number).toBe('A001');
    await app.sweep();
    const rows = await app.database.query<{ status: string; sealed: string | null }>(
      `SELECT status, identity_sealed AS sealed FROM ticket WHERE hall_id = $1 AND day = '2026-03-02'`,
      [yesterday.hallId],
    );
    expect(rows).toEqual([
      { status: 'lapsed', sealed: null },
      { status: 'lapsed', sealed: null },
    ]);
  });
});

describe('live', () => {
  it('tells the wall of every change, and nothing else', async () => {
    const stop = new AbortController();
    const answer = await fetch(`${app.baseUrl}/api/halls/${tickets.code}/tickets/stream`, { signal: stop.signal });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    app.clock.set('2026-03-02T01:00:00.000Z');
    await tickets.take();
    await app.flushSignals();
    const { value } = await reader.read();
    expect(new TextDecoder().decode(value)).toBe('data: {}\n\n');
    stop.abort();
  });
});
