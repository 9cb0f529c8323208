// Health of a worker container, which listens nowhere: the worker beside us holds connections to the database, and the database answers.
import pg from 'pg';

const client = new pg.Client({
  connectionString: process.env.DATABASE_URL,
  application_name: 'onewindow-health',
  connectionTimeoutMillis: 3000,
  query_timeout: 3000,
});
try {
  await client.connect();
  const { rows } = await client.query(
    `SELECT count(*)::int AS held FROM pg_stat_activity
      WHERE usename = current_user AND client_addr IS NOT DISTINCT FROM inet_client_addr() AND application_name <> 'onewindow-health'`,
  );
  process.exitCode = rows[0].held > 0 ? 0 : 1;
} catch (fault) {
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = 1;
} finally {
  await client.end().catch(() => undefined);
}
