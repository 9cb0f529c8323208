import { rowsOf } from './database.js';

const CLONES = 'clone of a long queue';

/**
 * Lays copies of one open task into its pool, for a queue that would take days to fill by hand. They are told by their step's name and taken
 * away again: no other journey meets them.
 */
export async function lengthenQueue(taskId: string, by: number): Promise<void> {
  const columns = async (table: string): Promise<string[]> =>
    (
      await rowsOf<{ name: string }>(
        `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`,
        [table],
      )
    ).map(({ name }) => name);
  const select = (names: readonly string[], other: Readonly<Record<string, string>>): string =>
    names.map((name) => other[name] ?? `s.${name}`).join(', ');
  const [ofCase, ofTask] = [await columns('cases'), await columns('review_task')];
  await rowsOf(
    `WITH s AS (SELECT t.*, c.id AS source FROM review_task t JOIN cases c ON c.id = t.case_id WHERE t.id = $1),
          n AS (SELECT g, gen_random_uuid() AS case_id FROM generate_series(1, $2::int) g),
          k AS (INSERT INTO cases (${ofCase.join(', ')})
                SELECT ${select(ofCase, {
                  id: 'n.case_id',
                  case_no: `left(s.case_no, 14) || lpad((900000 + n.g)::text, 6, '0') || '0'`,
                  progress_token: 'n.case_id::text',
                  event_count: '0',
                  event_head: 'NULL',
                  outage_no: 'NULL',
                })} FROM n, cases s WHERE s.id = (SELECT source FROM s))
     INSERT INTO review_task (${ofTask.join(', ')})
     SELECT ${select(ofTask, {
       id: 'gen_random_uuid()',
       case_id: 'n.case_id',
       step_name: `'${CLONES}'`,
       case_no: `left(s.case_no, 14) || lpad((900000 + n.g)::text, 6, '0') || '0'`,
       title: `s.title || ' ' || n.g`,
       nearest_due: `s.nearest_due + n.g % 40`,
     })} FROM n, s`,
    [taskId, by],
  );
}

/** Takes the copies away. */
export async function shortenQueue(): Promise<void> {
  const cases = await rowsOf<{ id: string }>('DELETE FROM review_task WHERE step_name = $1 RETURNING case_id AS id', [CLONES]);
  await rowsOf('DELETE FROM cases WHERE id = ANY($1::uuid[])', [cases.map(({ id }) => id)]);
}
