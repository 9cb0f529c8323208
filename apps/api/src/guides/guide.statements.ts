import { OFFICE } from '../notices/index.js';
import { sql } from '../platform/index.js';
import type { GuideContent, GuideOffice } from './guide-content.js';

export interface StoredGuide {
  readonly id: string;
  readonly number: string;
  readonly token: string;
  readonly issuedAt: Date;
  readonly content: GuideContent & { readonly office: GuideOffice };
  readonly sha256: string | null;
}

/** The office with the hall's address: a visitor has to find it. */
const PLACE = `SELECT o.*, h.address AS "hallAddress" FROM (${OFFICE}) o CROSS JOIN (SELECT address FROM hall WHERE id = $2) h`;
const COLUMNS = 'id, number, token, issued_at AS "issuedAt", content, sha256';

export const FIND_OFFICE = sql<GuideOffice>(PLACE);

/** Number and row in one statement; the series stays locked until COMMIT, as for notices. */
export const ISSUE = sql<{ number: string }>(
  `WITH office AS (${PLACE}), taken AS (
     INSERT INTO document_number AS n (series, year, last) SELECT prefix || '告', $4::integer, 1 FROM office
     ON CONFLICT (series, year) DO UPDATE SET last = n.last + 1 RETURNING series, year, last
   )
   INSERT INTO guide (id, item_version_id, hall_id, number, token, issued_at, issued_by, content)
   SELECT $5::uuid, $6::uuid, $2::uuid, taken.series || '〔' || taken.year || '〕' || taken.last || ' 号', $7::text, $8::timestamptz, $9::uuid,
          $10::jsonb || jsonb_build_object('office', to_jsonb(office) - 'prefix')
     FROM taken, office
   RETURNING number`,
);

export const FIND_OF_HALL = sql<StoredGuide>(`SELECT ${COLUMNS} FROM guide WHERE id = $1 AND hall_id = $2`);
export const FIND_BY_TOKEN = sql<StoredGuide>(`SELECT ${COLUMNS} FROM guide WHERE token = $1`);
export const ATTACH = sql(`UPDATE guide SET sha256 = $2, size = $3 WHERE id = $1 AND sha256 IS NULL`);
