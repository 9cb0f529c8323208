import { sql, type Statement } from '../platform/index.js';
import type { Tab } from './desk-statements.js';

type Light = 'red' | 'yellow' | 'green' | 'paused';
export type Counts = Record<Light | 'all', number>;

/** What has one light, in each tab that was asked for; null where nothing of it lies there. */
export type LightCount = { light: Light } & Partial<Record<Tab, number | null>>;

const POOL = `t.status = 'pooled' AND t.kind NOT IN ('consultation', 'reroute') AND t.role = ANY($3::text[])`;
const ASKED = `t.status = 'pooled' AND t.kind = 'consultation'`;
const HELD = `t.status = 'claimed'`;

/** `$4` red before, `$5` yellow through. */
const countOf = (tabs: Partial<Record<Tab, string>>, desks: string): Statement<LightCount> =>
  sql(
    `SELECT t.light, ${Object.entries(tabs)
      .map(([tab, where]) => `(sum(t.n) FILTER (WHERE ${where}))::int AS "${tab}"`)
      .join(', ')}
     FROM (SELECT d.*, CASE WHEN d.paused THEN 'paused' WHEN d.nearest_due < $4::date THEN 'red' WHEN d.nearest_due <= $5::date THEN 'yellow' ELSE 'green' END AS light
           FROM desk_tally d WHERE d.desk_id = ANY(${desks})) t
     GROUP BY 1`,
  );

/** The lights of the tabs that everybody has: `$1` the officer, `$2` the department, `$3` the roles. */
export const COUNT_OWN = countOf(
  { mine: HELD, pool: POOL, consultation: `${ASKED} OR ${HELD} AND t.kind = 'consultation' AND t.department_id = $2::uuid` },
  'ARRAY[$1::uuid, $2::uuid]',
);

/** The same of those for whom the officer stands in; `$1` they, `$3` the roles that they alone lend. */
export const COUNT_DELEGATED = countOf(
  { delegated: `${HELD} OR ${POOL} OR ${ASKED} AND t.role = ANY($3::text[])` },
  '$1::uuid[] || $2::uuid',
);

/** The counts of one tab. */
export function countsIn(found: readonly LightCount[], tab: Tab): Counts {
  const of = (light: Light): number => found.find((one) => one.light === light)?.[tab] ?? 0;
  const [red, yellow, green, paused] = [of('red'), of('yellow'), of('green'), of('paused')];
  return { red, yellow, green, paused, all: red + yellow + green + paused };
}
