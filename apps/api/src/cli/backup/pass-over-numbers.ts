import { calendarDaysBetween, LAST_CASE_SERIAL, shanghaiDateOf } from '@onewindow/domain';
import type pg from 'pg';

/** More than one hall gives in a day, and in the width of a case number room for nine restores on one day. */
const CASE_NUMBERS = 100_000;
/** More than one office gives of one kind of document in a day. */
const DOCUMENTS_A_DAY = 2_000;

/** Where the series stand that are about to be replaced: an earlier restore may have passed over numbers that have been given since. */
export interface NumbersGiven {
  readonly cases: readonly { region: string; day: string; last: number }[];
  readonly documents: readonly { series: string; year: number; last: number }[];
}

export async function numbersGiven(client: pg.Client): Promise<NumbersGiven> {
  const cases = await client.query<NumbersGiven['cases'][number]>(
    'SELECT region_code AS region, day::text AS day, last::integer AS last FROM case_number',
  );
  const documents = await client.query<NumbersGiven['documents'][number]>(
    'SELECT series, year, last::integer AS last FROM document_number',
  );
  return { cases: cases.rows, documents: documents.rows };
}

const RAISE_CASES = `INSERT INTO case_number AS n (region_code, day, last) SELECT region, day::date, last FROM jsonb_to_recordset($1::jsonb) AS g(region text, day text, last integer)
  ON CONFLICT (region_code, day) DO UPDATE SET last = greatest(n.last, excluded.last)`;
const RAISE_DOCUMENTS = `INSERT INTO document_number AS n (series, year, last) SELECT series, year, last FROM jsonb_to_recordset($1::jsonb) AS g(series text, year integer, last integer)
  ON CONFLICT (series, year) DO UPDATE SET last = greatest(n.last, excluded.last)`;
/** Every district that has a hall or ever gave a number, on every day from `$1` through `$2`; beyond `$4` a number is refused rather than given twice. */
const PASS_OVER_CASES = `INSERT INTO case_number AS n (region_code, day, last)
  SELECT region, day::date, $3::integer
    FROM (SELECT region_code AS region FROM case_number UNION SELECT COALESCE(r.district_code, left(h.region_code, 6)) FROM hall h LEFT JOIN region r ON r.code = h.region_code) AS given,
         generate_series($1::date, $2::date, '1 day') AS day
  ON CONFLICT (region_code, day) DO UPDATE SET last = least(n.last + $3::integer, $4::integer)`;
/** Every series that there ever was, in every year from `$1` through `$2`. */
const PASS_OVER_DOCUMENTS = `INSERT INTO document_number AS n (series, year, last)
  SELECT series, year, $3::integer
    FROM (SELECT DISTINCT series FROM document_number) AS given, generate_series($1::integer, $2::integer) AS year
  ON CONFLICT (series, year) DO UPDATE SET last = n.last + $3::integer`;

/**
 * R8.4: numbers that were given after the backup and before the loss are on paper in people's hands, and nobody knows which. They are passed over.
 * Part of the restore's transaction, with the backup's series loaded. @returns what to tell the administrator
 */
export async function passOverNumbers(client: pg.Client, given: NumbersGiven, savedAt: Date, now: Date): Promise<string> {
  await client.query(RAISE_CASES, [JSON.stringify(given.cases)]);
  await client.query(RAISE_DOCUMENTS, [JSON.stringify(given.documents)]);
  const [saved, today] = [shanghaiDateOf(savedAt), shanghaiDateOf(now)];
  const documents = DOCUMENTS_A_DAY * (Math.max(0, calendarDaysBetween(saved, today)) + 1);
  await client.query(PASS_OVER_CASES, [saved, today, CASE_NUMBERS, LAST_CASE_SERIAL]);
  await client.query(PASS_OVER_DOCUMENTS, [Number(saved.slice(0, 4)), Number(today.slice(0, 4)), documents]);
  return `备份之后发出的编号可能已在群众手里，不再用：${saved} 至 ${today} 的受理编号每天跳过 ${CASE_NUMBERS} 个，文书号每种跳过 ${documents} 个`;
}
