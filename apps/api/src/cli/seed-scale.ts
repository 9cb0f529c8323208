import { shanghaiToday } from '@onewindow/domain';
import pg from 'pg';
import { SuiteSealer } from '../platform/crypto/suite-sealer.js';
import { StartRefused } from '../platform/process/run.js';
import { argumentsOf, refuseArguments } from './arguments.js';
import { runOperation } from './operation.js';
import { loadCases } from './scale/load.js';

const USAGE = 'npm run seed:scale -- --cases 1000000 [--open 200000]';
const MOST = 20_000_000;
const values = argumentsOf({ cases: { type: 'string' }, open: { type: 'string' } }, USAGE);
const cases = Number(values.cases);
const open = values.open === undefined ? Math.round(cases / 5) : Number(values.open);
if (!Number.isInteger(cases) || cases < 1 || cases > MOST || !Number.isInteger(open) || open < 0 || open > cases)
  refuseArguments(`件数是 1 到 ${MOST} 的整数，在办件数不多于它。`, USAGE);

/** A file that lies in the store already, so that every made-up material opens. */
async function anyFile(url: string): Promise<{ sha256: string; size: number; mediaType: string }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client
    .query<{ sha256: string; size: number; mediaType: string }>(
      `SELECT sha256, size, media_type AS "mediaType" FROM case_file WHERE material_code IS NOT NULL ORDER BY id LIMIT 1`,
    )
    .finally(() => client.end());
  if (!rows[0]) throw new StartRefused('库里还没有演示办件：先用 npm start 启动一次，再灌入数据。');
  return rows[0];
}

/** npm run seed:scale: fills a demonstration hall with made-up concluded and open cases by COPY. */
runOperation('current', async ({ config, ownerUrl, say }) => {
  if (config.production) throw new StartRefused('生产模式不灌入虚构的办件。');
  const began = performance.now();
  const rows = await loadCases({
    url: ownerUrl,
    cases,
    open,
    today: shanghaiToday(new Date()),
    sealer: new SuiteSealer(config.keys),
    file: await anyFile(ownerUrl),
    progress: (n) => say(`${n} 件`),
  });
  const counts = Object.entries(rows).map(([name, n]) => `${name} ${n}`);
  say(`完成：${counts.join('，')}，用时 ${((performance.now() - began) / 1000).toFixed(0)} 秒`);
  return 0;
});
