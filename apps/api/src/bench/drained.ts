import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';

const DRAIN_SECONDS = 300;

/**
 * Waits until every job of the outbox is done; bounded.
 * @returns the seconds that it took
 */
export async function drained(pool: Pool): Promise<number> {
  const began = performance.now();
  for (let waited = 0; waited < DRAIN_SECONDS * 5; waited += 1) {
    const { rows } = await pool.query<{ left: boolean }>(
      'SELECT EXISTS (SELECT 1 FROM outbox_message m WHERE NOT EXISTS (SELECT 1 FROM processed_message p WHERE p.message_id = m.id)) AS left',
    );
    if (!rows[0]?.left) return (performance.now() - began) / 1000;
    await delay(200);
  }
  throw new Error('The jobs were not done in time');
}
