import { setTimeout as delay } from 'node:timers/promises';
import { sampleForm, sampleIdentity } from '@onewindow/contracts';
import type { Pool } from 'pg';
import type { Crew, JourneyItem } from './journey.js';
import { SampleTable } from './statistics.js';

/** A region's catalogue: the search is promised over this many. */
export const CATALOGUE_SIZE = 2_000;
/** Clones have codes of their own, by which they are found and taken away again. */
const CLONE_MARK = 'bench-';
/** Longer than the API keeps its list of items. */
const LISTED_WITHIN_SECONDS = 40;

/** Fills the catalogue up with published clones of what is there. */
export async function cloneItems(pool: Pool): Promise<void> {
  await removeClones(pool);
  await pool.query(
    `WITH source AS (
       SELECT row_number() OVER (ORDER BY i.code) AS at, count(*) OVER () AS size, i.name, i.initials, i.department_id, v.definition
         FROM item i JOIN item_version v ON v.id = i.published_version_id
     ), clone AS MATERIALIZED (
       SELECT n, gen_random_uuid() AS item_id, gen_random_uuid() AS version_id, s.*
         FROM generate_series(1, $1::int - (SELECT max(size) FROM source)) AS n JOIN source s ON s.at = 1 + n % s.size
     ), items AS (
       INSERT INTO item (id, code, name, initials, department_id, published_version_id)
       SELECT item_id, $2 || lpad(n::text, 6, '0'), name || n, left(initials || n, 120), department_id, version_id FROM clone RETURNING id
     )
     INSERT INTO item_version (id, item_id, version, status, published_at, definition)
     SELECT version_id, item_id, 1, 'published', now(), definition FROM clone`,
    [CATALOGUE_SIZE, CLONE_MARK],
  );
}

/**
 * Nothing refers to a clone: its rows go without the keys of other tables being asked, which have no index on the version. Among a million cases
 * asking took half a second for each of the 2,000.
 */
export async function removeClones(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query(`DELETE FROM item_version v USING item i WHERE i.id = v.item_id AND i.code LIKE $1 || '%'`, [CLONE_MARK]);
    await client.query(`DELETE FROM item WHERE code LIKE $1 || '%'`, [CLONE_MARK]);
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Waits until the API's list of items has the clones. */
export async function clonesListed({ clerk }: Crew): Promise<void> {
  for (let waited = 0; waited < LISTED_WITHIN_SECONDS * 2; waited += 1) {
    const { items } = await clerk.call('searchItems', { query: { q: CLONE_MARK } });
    if (items.length > 0) return;
    await delay(500);
  }
  throw new Error('The catalogue was not read anew');
}

/** Opens one draft for each clerk, on which the reads of the counter are asked. */
export function openDrafts(crews: readonly Crew[], item: JourneyItem, firstSerial: number): Promise<string[]> {
  return Promise.all(
    crews.map(async ({ clerk }, at) => {
      const serial = firstSerial + at + 1;
      const identityNumber = sampleIdentity(serial);
      const applicant = {
        kind: 'natural' as const,
        name: `测试${serial % 997}`,
        identityType: 'idCard' as const,
        identityNumber,
        phone: '13800138000',
      };
      const { answers, definition, versionId } = item;
      const draft = await clerk.call('openDraft', {
        body: { itemVersionId: versionId, applicant, answers, form: sampleForm(definition, serial), duplicateReason: '负载测试' },
      });
      return draft.id;
    }),
  );
}

/** What the counter asks while a clerk types, by every client at once, so many times each. */
export async function runCounterReads(
  crews: readonly Crew[],
  item: JourneyItem,
  drafts: readonly string[],
  rounds: number,
): Promise<SampleTable> {
  const times = new SampleTable();
  const client = async ({ clerk }: Crew, at: number): Promise<void> => {
    const params = { id: drafts[at] ?? '' };
    for (let round = 0; round < rounds; round += 1) {
      await times.time(`item search over ${CATALOGUE_SIZE}: initials`, () => clerk.call('searchItems', { query: { q: 'wszs' } }));
      await times.time(`item search over ${CATALOGUE_SIZE}: name`, () => clerk.call('searchItems', { query: { q: '许可' } }));
      await times.time('checklist for answers', () =>
        clerk.call('situationOf', { params: { id: item.versionId }, body: { answers: item.answers } }),
      );
      await times.time('prefill', () => clerk.call('prefillCase', { params }));
      await times.time('preview of a notice', () => clerk.bytesOf('previewNotice', { params, body: { kind: 'acceptance' } }));
    }
  };
  await Promise.all(crews.map(client));
  return times;
}
