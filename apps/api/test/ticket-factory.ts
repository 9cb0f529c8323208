import { randomUUID } from 'node:crypto';
import type { TicketSlip } from '@onewindow/contracts';
import { newId } from '../src/platform/index.js';
import type { HallAtWork } from './hall-factory.js';
import type { TestApp } from './start-app.js';
import type { TestClient } from './test-client.js';

/** A hall with a queue machine: A 综合受理 at its first two counters, B 出件取件 at the second alone, G 高龄津贴 always in the priority lane. */
export interface TicketHallAtWork {
  readonly code: string;
  readonly kinds: { readonly general: string; readonly issue: string; readonly elderly: string };
  /** Draws a number at the kiosk, from a device of its own. */
  take(kind?: keyof TicketHallAtWork['kinds'], more?: { priority?: boolean; identityNumber?: string }): Promise<TicketSlip>;
}

const INSERT_KIND = `INSERT INTO ticket_kind (id, hall_id, letter, name, priority, minutes, opens_at, closes_at, position)
  VALUES ($1, $2, $3, $4, $5, 10, $6, $7, $8)`;

/** Gives a hall its queue machine. */
export async function openTicketHall(app: TestApp, hall: Pick<HallAtWork, 'hallId' | 'counterIds'>): Promise<TicketHallAtWork> {
  const kinds = { general: newId(), issue: newId(), elderly: newId() };
  const { database } = app;
  await database.query(INSERT_KIND, [kinds.general, hall.hallId, 'A', '综合受理', false, '08:30', '17:00', 1]);
  await database.query(INSERT_KIND, [kinds.issue, hall.hallId, 'B', '出件取件', false, '08:30', '17:00', 2]);
  await database.query(INSERT_KIND, [kinds.elderly, hall.hallId, 'G', '高龄津贴', true, '08:30', '17:00', 3]);
  const duties = [
    [hall.counterIds[0], kinds.general],
    [hall.counterIds[0], kinds.elderly],
    [hall.counterIds[1], kinds.general],
    [hall.counterIds[1], kinds.issue],
  ];
  for (const duty of duties) await database.query(`INSERT INTO ticket_duty (counter_id, kind_id) VALUES ($1, $2)`, duty);
  const [row] = await database.query<{ code: string }>(`SELECT code FROM hall WHERE id = $1`, [hall.hallId]);
  const code = row?.code ?? '';
  const take: TicketHallAtWork['take'] = async (kind = 'general', { priority = false, identityNumber } = {}) =>
    await drawAt(app.client(), code, kinds[kind], { priority, ...(identityNumber ? { identityNumber } : {}) });
  return { code, kinds, take };
}

let device = 0;

/** A number drawn from a device with an address of its own. */
export async function drawAt(
  client: TestClient,
  hall: string,
  kindId: string,
  { priority = false, identityNumber, requestId = randomUUID() }: { priority?: boolean; identityNumber?: string; requestId?: string } = {},
): Promise<TicketSlip> {
  device += 1;
  const answer = await client.raw('POST', `/api/halls/${hall}/tickets`, {
    json: { requestId, kindId, priority, ...(identityNumber ? { identity: { identityType: 'idCard', identityNumber } } : {}) },
    headers: { 'x-forwarded-for': `10.${(device >> 16) & 255}.${(device >> 8) & 255}.${device & 255}` },
  });
  if (answer.status !== 201) throw new Error(`no number: ${answer.text}`);
  return answer.body as TicketSlip;
}
