import { Injectable } from '@nestjs/common';
import { AppConfig, type CommandTx, sql } from '../platform/index.js';

/** Parameters: hall, the instant after which a session counts as open. */
const ATTENDED = sql<{ counterId: string }>(
  `SELECT DISTINCT s.counter_id AS "counterId" FROM session s JOIN counter c ON c.id = s.counter_id WHERE c.hall_id = $1 AND s.seen_at > $2`,
);

/** Counters at which somebody is signed in: only they call numbers. */
@Injectable()
export class AttendedCounters {
  constructor(private readonly config: AppConfig) {}

  /** A session that was seen after this instant is open. */
  since(now: Date): Date {
    return new Date(now.getTime() - this.config.sessionIdleMinutes * 60_000);
  }

  /** The attended counters of a hall, by id. */
  async of(reader: Pick<CommandTx, 'query'>, hallId: string, now: Date): Promise<ReadonlySet<string>> {
    const found = await reader.query(ATTENDED, [hallId, this.since(now)]);
    return new Set(found.map(({ counterId }) => counterId));
  }
}
