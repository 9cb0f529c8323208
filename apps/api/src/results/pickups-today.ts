import type { endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { deliveryPlace } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { type Actor, Database, decodeCursor, pageOf } from '../platform/index.js';
import { COUNT_PICKUPS_SINCE, type PickupRecord, PICKUPS_SINCE } from './result.statements.js';

const BY_METHOD = { window: null, post: '邮寄', cabinet: '自助柜' } as const;
const BY_RELATION = { self: '本人领取', agent: '代理人领取' } as const;

function howOf({ method, relation }: PickupRecord): string {
  return BY_METHOD[method] ?? BY_RELATION[relation];
}

/** 今天已出: what this hall has handed over today, latest first. */
@Injectable()
export class PickupsToday {
  constructor(
    private readonly database: Database,
    private readonly calendars: WorkingCalendars,
  ) {}

  async list(actor: Actor, { query }: InputOf<typeof endpoints.handedOverToday>): Promise<ResponseOf<typeof endpoints.handedOverToday>> {
    const [at, id] = query.cursor ? decodeCursor(query.cursor, ['string', 'string']) : [null, null];
    // R1.4: the day begins at midnight in Shanghai.
    const since = new Date(`${this.calendars.today()}T00:00:00+08:00`);
    const [found, [counted]] = await Promise.all([
      this.database.query(PICKUPS_SINCE, [actor.hallId, since, query.limit + 1, at, id]),
      this.database.query(COUNT_PICKUPS_SINCE, [actor.hallId, since]),
    ]);
    const { rows, nextCursor } = pageOf(found, query.limit, (row) => [row.at.toISOString(), row.pickupId]);
    const items = rows.map((row) => ({
      caseId: row.caseId,
      caseNo: row.caseNo,
      at: row.at.toISOString(),
      resultName: row.resultName,
      how: howOf(row),
      place: deliveryPlace(row.method, row),
    }));
    return { items, nextCursor, total: counted?.total ?? 0 };
  }
}
