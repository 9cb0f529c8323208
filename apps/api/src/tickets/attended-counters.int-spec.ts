import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type HallAtWork, openHall } from '../../test/hall-factory.js';
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

async function called(client: TestClient): Promise<{ id: string; number: string }> {
  const { ticket } = await client.api.callNextTicket();
  if (!ticket) throw new Error('nobody waits');
  return ticket;
}
/** The minute passes after which it is looked whether counters still have their clerks. */
async function aMinuteLater(): Promise<void> {
  app.clock.advance({ minutes: 1 });
  await app.sweep();
}
const waiting = async (token: string) => await app.client().api.getTicket({ params: { token } });

describe('a counter where nobody is signed in', () => {
  it('is offered to nobody and sent nobody', async () => {
    await tickets.take();
    const { id } = await called(hall.clerk);
    expect((await hall.clerk.api.getTicketDesk()).counters.map(({ id: one }) => one)).toEqual([hall.counterIds[1]]);
    await second.api.signOut();
    expect((await hall.clerk.api.getTicketDesk()).counters).toEqual([]);
    await expect(hall.clerk.api.passTicket({ params: { id }, body: { counterId: hall.counterIds[1] ?? '' } })).rejects.toMatchObject({
      status: 422,
      code: 'ticket.target-unfit',
      message: expect.stringContaining('现在没有人'),
    });
  });

  it('gives back whom it called, in their old place, before those who came later', async () => {
    const slip = await tickets.take('issue');
    await tickets.take('issue');
    expect((await called(second)).number).toBe('B001');
    await second.api.signOut();
    await aMinuteLater();
    expect(await waiting(slip.token)).toMatchObject({ status: 'waiting', counterNumber: null, ahead: 0 });
    const colleague = await hall.staff(['clerk'], { counterId: hall.counterIds[1] ?? '' });
    expect((await called(colleague)).number).toBe('B001');
  });

  it('gives back who was sent on to it, and keeps them while its clerk is there', async () => {
    const slip = await tickets.take();
    const { id } = await called(hall.clerk);
    await hall.clerk.api.passTicket({ params: { id }, body: { counterId: hall.counterIds[1] ?? '' } });
    await aMinuteLater();
    expect((await waiting(slip.token)).status).toBe('passed');
    expect((await hall.clerk.api.callNextTicket()).ticket).toBeNull();
    await second.api.signOut();
    await aMinuteLater();
    expect((await waiting(slip.token)).status).toBe('waiting');
    expect((await called(hall.clerk)).number).toBe('A001');
  });

  it('calls who was sent on to it though it serves no business', async () => {
    await app.database.query(`DELETE FROM ticket_duty WHERE counter_id = $1`, [hall.counterIds[1]]);
    await tickets.take();
    const { id } = await called(hall.clerk);
    expect((await second.api.getTicketDesk()).waiting.all).toBe(0);
    await hall.clerk.api.passTicket({ params: { id }, body: { counterId: hall.counterIds[1] ?? '' } });
    expect(await second.api.getTicketDesk()).toMatchObject({ serves: [], waiting: { all: 1 } });
    expect((await called(second)).number).toBe('A001');
  });
});

describe('how long one waits', () => {
  it('is told by the counters that serve the business, not by those of the hall', async () => {
    await second.api.signOut();
    const slip = await tickets.take('issue');
    expect(slip).toMatchObject({ ahead: 0, expectedMinutes: null });
    const { kinds, queues } = await app.client().api.getTicketHall({ params: { hall: tickets.code } });
    expect(kinds.find(({ letter }) => letter === 'B')?.expectedMinutes).toBeNull();
    expect(kinds.find(({ letter }) => letter === 'A')?.expectedMinutes).toBe(0);
    expect(queues.find(({ letter }) => letter === 'B')?.expectedMinutes).toBeNull();
    expect(queues.find(({ letter }) => letter === 'P')?.expectedMinutes).toBe(0);
    await tickets.take('issue', { priority: true });
    const later = await app.client().api.getTicketHall({ params: { hall: tickets.code } });
    expect(later.queues.find(({ letter }) => letter === 'P')).toMatchObject({ waiting: 1, expectedMinutes: null });
  });

  it('counts of the priority lane those before one whom the same counters call', async () => {
    for (let at = 0; at < 3; at += 1) await tickets.take('elderly');
    expect(await tickets.take('issue', { priority: true })).toMatchObject({ number: 'P004', ahead: 0, expectedMinutes: 0 });
    expect(await tickets.take('general', { priority: true })).toMatchObject({ number: 'P005', ahead: 4 });
  });
});
