import type pg from 'pg';
import { StartRefused } from '../../platform/process/run.js';

/**
 * Refuses work on the whole database while the application is connected.
 * @param url the application's connection, whose role is looked for
 * @param work what is to be done, as a verb in the sentence
 */
export async function refuseCompany(client: pg.Client, url: string, work: string): Promise<void> {
  const { rows } = await client.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND usename = $1',
    [decodeURIComponent(new URL(url).username)],
  );
  if (rows[0]?.n) throw new StartRefused(`还有 ${rows[0].n} 个连接在用这个数据库：先停掉所有接口和 worker 进程再${work}。`);
}
