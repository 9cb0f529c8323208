import { sql, type Statement } from '../platform/index.js';
import { type Tab, TAB_PARTS } from './desk-statements.js';

type Light = 'red' | 'yellow' | 'green' | 'paused';
export type Counts = Record<Light | 'all', number>;

/** What has one light, in each tab that was asked for; null where nothing of it lies there. */
export type LightCount = { light: Light } & Partial<Record<Tab, number | null>>;

/** `$1` who looks, `$2` the department, `$3` the roles, `$4` red before, `$5` yellow through. What lies in a tab is said where the tab is listed. */
const countOf = (tabs: readonly Tab[], whoType: string, desks: string): Statement<LightCount> => {
  const by = { who: `$1::${whoType}`, department: '$2::uuid', roles: '$3::text[]' };
  const sumOf = (tab: Tab): string =>
    `(sum(t.n) FILTER (WHERE ${TAB_PARTS[tab].map((part) => `(${part(by)})`).join(' OR ')}))::int AS "${tab}"`;
  return sql(
    `SELECT t.light, ${tabs.map(sumOf).join(', ')}
     FROM (SELECT d.*, CASE d.status WHEN 'claimed' THEN d.desk_id END AS holder_id,
             CASE WHEN d.paused THEN 'paused' WHEN d.nearest_due < $4::date THEN 'red' WHEN d.nearest_due <= $5::date THEN 'yellow' ELSE 'green' END AS light
           FROM desk_tally d WHERE d.desk_id = ANY(${desks})) t
     GROUP BY 1`,
  );
};

/** The lights of the tabs that everybody has. */
export const COUNT_OWN = countOf(['mine', 'pool', 'consultation'], 'uuid', 'ARRAY[$1::uuid, $2::uuid]');
/** The same of those for whom the officer stands in: `$1` they, `$3` the roles that they alone lend. */
export const COUNT_DELEGATED = countOf(['delegated'], 'uuid[]', '$1::uuid[] || $2::uuid');

/** The counts of one tab. */
export function countsIn(found: readonly LightCount[], tab: Tab): Counts {
  const of = (light: Light): number => found.find((one) => one.light === light)?.[tab] ?? 0;
  const [red, yellow, green, paused] = [of('red'), of('yellow'), of('green'), of('paused')];
  return { red, yellow, green, paused, all: red + yellow + green + paused };
}
