import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import {
  calendarTable,
  chooseItem,
  cloneItems,
  clonesListed,
  completeCase,
  type Crew,
  type CrewAccounts,
  deskTable,
  drained,
  Floor,
  HttpSession,
  type JourneyItem,
  type LoadLine,
  loadTable,
  machine,
  measureDesk,
  openDrafts,
  perCase,
  removeClones,
  runClients,
  runCounterReads,
  runReads,
  runReceipts,
  SampleTable,
  ServerUnderTest,
  signInCrews,
  timesTable,
  writeCounters,
} from '../bench/index.js';
import { DEMONSTRATION_PASSWORD } from '../people/index.js';
import { runningDatabase } from '../platform/database/embedded/running-database.js';
import { reportAndExit } from '../platform/process/run.js';
import { argumentsOf } from './arguments.js';

const USAGE =
  'npm run bench [-- --data 数据文件夹] [--only cases|desk] [--seconds 10] [--clients 1,4,16] [--replicas 1] [--receipts on|off|both] [--out docs/benchmarks.md]';
const values = argumentsOf(
  {
    data: { type: 'string' },
    only: { type: 'string' },
    seconds: { type: 'string', default: '10' },
    clients: { type: 'string', default: '1,4,16' },
    replicas: { type: 'string', default: '1' },
    receipts: { type: 'string', default: 'both' },
    out: { type: 'string' },
  },
  USAGE,
);
const SECONDS = Math.min(120, Math.max(1, Number(values.seconds)));
const CLIENTS = values.clients
  .split(',')
  .map(Number)
  .filter((n) => n >= 1 && n <= 64);
/** Of the API, as docker-compose.yml has them; `npm start` is one. */
const REPLICAS = Math.min(8, Math.max(1, Number(values.replicas)));
const MOST_CASES = 20_000;
const WARM_UP_SECONDS = 15;
/** Serials are random at their start, so that a run on an existing database meets new applicants. */
let nextSerial = Math.floor(Math.random() * 1_000_000) * 100;

const say = (words: string): void => {
  process.stdout.write(`${words}\n`);
};

async function accountsFor(pool: pg.Pool, departmentId: string): Promise<CrewAccounts> {
  const list = async (text: string, value: unknown): Promise<string[]> =>
    (await pool.query<{ no: string }>(text, [value])).rows.map((row) => row.no);
  const { rows: clerks } = await pool.query<{ staffNo: string; counterId: string }>(
    `SELECT s.staff_no AS "staffNo", (SELECT c.id FROM counter c WHERE c.hall_id = s.hall_id ORDER BY c.number LIMIT 1) AS "counterId"
     FROM staff s WHERE 'clerk' = ANY(s.roles) AND s.active ORDER BY s.staff_no`,
  );
  return {
    password: DEMONSTRATION_PASSWORD,
    clerks: clerks.slice(0, 16),
    approvers: await list(
      `SELECT staff_no AS no FROM staff WHERE department_id = $1 AND 'approver' = ANY(roles) AND active ORDER BY 1`,
      departmentId,
    ),
    chiefs: await list(
      `SELECT staff_no AS no FROM staff WHERE department_id = $1 AND 'chief' = ANY(roles) AND active ORDER BY 1`,
      departmentId,
    ),
  };
}

/** A first start plants the demonstration; what is measured is a later one, as on any other morning. */
async function plantedFolder(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'onewindow-bench-'));
  const first = await ServerUnderTest.start({ dataDir });
  const access = runningDatabase(dataDir);
  const pool = new pg.Pool({ connectionString: access?.ownerUrl ?? '', max: 1 });
  await drained(pool);
  await pool.end();
  await first.stop();
  return dataDir;
}

/** The counter's reads over a region's whole catalogue; its clones are taken away again. */
async function counterReads(
  pool: pg.Pool,
  crews: readonly Crew[],
  item: JourneyItem,
): Promise<{ together: SampleTable; alone: SampleTable }> {
  await cloneItems(pool);
  try {
    const drafts = await openDrafts(crews, item, nextSerial);
    nextSerial += drafts.length;
    const [first] = crews;
    if (first) await clonesListed(first);
    await runCounterReads(crews.slice(0, 1), item, drafts, 5);
    const together = await runCounterReads(crews, item, drafts, 20);
    return { together, alone: await runCounterReads(crews.slice(0, 1), item, drafts, 100) };
  } finally {
    await removeClones(pool);
  }
}

async function measure(receipts: boolean): Promise<string> {
  const dataDir = values.data ? resolve(values.data) : await plantedFolder();
  const server = await ServerUnderTest.start({
    dataDir,
    replicas: REPLICAS,
    env: receipts ? {} : { WORKER: 'off' },
  });
  const access = runningDatabase(server.dataDir);
  if (!access) throw new Error('The server under test has no embedded database');
  const pool = new pg.Pool({ connectionString: access.ownerUrl, max: Math.max(...CLIENTS) + 2, pipeline: true });
  try {
    // Idle connections hear of the server's stop; there is nothing left to ask.
    pool.on('error', () => undefined);
    const idle = await server.memory();
    const postmaster = Number(
      (await pool.query<{ file: string }>(`SELECT pg_read_file('postmaster.pid') AS file`)).rows[0]?.file.split('\n')[0],
    );
    const scout = new HttpSession(server.origin);
    const { rows } = await pool.query<{ no: string }>(
      `SELECT staff_no AS no FROM staff WHERE 'clerk' = ANY(roles) AND active ORDER BY 1 LIMIT 1`,
    );
    await scout.signIn(rows[0]?.no ?? '', DEMONSTRATION_PASSWORD);
    const item = await chooseItem(scout);
    scout.close();
    const crews = await signInCrews(server.origins, Math.max(...CLIENTS), await accountsFor(pool, item.departmentId));
    const stored = (await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM cases')).rows[0]?.n ?? 0;
    say(`事项：${item.itemName}；库中 ${stored} 件；空闲内存 ${idle.toFixed(0)} MiB；文书${receipts ? '开' : '关'}`);
    const warm = new SampleTable();
    let writes = 0;
    for (const crew of crews.slice(0, 4)) writes = await completeCase(crew, item, (nextSerial += 1), warm);
    // Compiled code, full caches and planned statements on every connection are what a hall's morning has after its first minutes.
    nextSerial += (await runClients(crews, item, { seconds: WARM_UP_SECONDS, cases: MOST_CASES }, nextSerial)).cases + 4;
    if (receipts) await drained(pool);
    const lines: LoadLine[] = [];
    let last: SampleTable = warm;
    for (const clients of CLIENTS) {
      const before = await writeCounters(pool);
      const began = server.processorTime(postmaster);
      const load = await runClients(crews.slice(0, clients), item, { seconds: SECONDS, cases: MOST_CASES }, nextSerial);
      const ended = server.processorTime(postmaster);
      const per = (key: keyof typeof ended): number => (ended[key] - began[key]) / load.cases;
      nextSerial += load.cases + clients;
      const drainSeconds = receipts ? await drained(pool) : null;
      // What the jobs wrote is not part of the path that is measured.
      const written = perCase(before, await writeCounters(pool), load.cases);
      const floor = await Floor.prepare(pool, written, writes);
      const floorPerSecond = await floor.run(clients, Math.max(50, load.cases));
      await floor.drop();
      lines.push({ load, floorPerSecond, drainSeconds, used: { api: per('api'), database: per('database'), clients: per('clients') } });
      last = load.times;
      say(`${clients} 个客户端：${(load.cases / load.seconds).toFixed(1)} 件/秒，底线 ${floorPerSecond.toFixed(1)} 件/秒`);
    }
    const receipt = await runReceipts(crews, item, SECONDS, nextSerial, receipts);
    ({ nextSerial } = receipt);
    if (receipts) await drained(pool);
    const reads = await runReads(crews, 40);
    const asked = await counterReads(pool, crews, item);
    const head = `### ${receipts ? 'With' : 'Without'} rendering of notices\n\nItem ${item.itemName}, ${writes} mutating requests a case, ${stored} cases stored before; idle memory of the API's process ${idle.toFixed(0)} MiB, after the run ${(await server.memory()).toFixed(0)} MiB.\n`;
    return [
      head,
      loadTable(lines),
      `\nEach step at ${CLIENTS.at(-1)} clients:\n`,
      timesTable(last),
      `\nReads at ${crews.length} clients:\n`,
      timesTable(reads),
      `\nFrom Ctrl+Enter to the receipt, at one counter while ${crews.length - 1} others took ${receipt.others} complete cases:\n`,
      timesTable(receipt.times),
      `\nWhat the counter asks while a clerk types, ${crews.length} clients without a pause:\n`,
      timesTable(asked.together),
      '\nThe same by one client:\n',
      timesTable(asked.alone),
      '',
    ].join('\n');
  } finally {
    await pool.end();
    await server.stop();
    if (!values.data) await rm(dataDir, { recursive: true, force: true });
  }
}

/**
 * So many open cases that the pages of a small hall have as many rows as those of a large one: what is compared is what lies behind a page, not
 * its length.
 */
const SMALL_HALL = 5_000;

async function fillSmallHall(dataDir: string): Promise<void> {
  const filling = spawn(
    process.execPath,
    [new URL('./seed-scale.js', import.meta.url).pathname, '--cases', `${SMALL_HALL}`, '--open', `${SMALL_HALL}`],
    {
      env: { ...process.env, DATA_DIR: dataDir },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const [code] = (await once(filling, 'exit')) as [number | null];
  if (code !== 0) throw new Error('The small hall could not be filled');
}

/** The promises of the desk and the calendar: the hall of `--data` beside a small one, or the small one alone. */
async function desk(): Promise<string> {
  const measureIn = async (dataDir: string) => {
    const server = await ServerUnderTest.start({ dataDir, replicas: REPLICAS });
    const pool = new pg.Pool({ connectionString: runningDatabase(dataDir)?.ownerUrl ?? '', max: 2 }).on('error', () => undefined);
    try {
      const figures = await measureDesk(server, pool, DEMONSTRATION_PASSWORD);
      say(`办公桌：库中 ${figures.stored} 件，在办任务 ${figures.openTasks} 个`);
      return figures;
    } finally {
      await pool.end();
      await server.stop();
    }
  };
  const planted = await plantedFolder();
  await fillSmallHall(planted);
  const small = await measureIn(planted).finally(() => rm(planted, { recursive: true, force: true }));
  const large = values.data ? await measureIn(resolve(values.data)) : null;
  const shown = large ?? small;
  return [
    `### The desk and the calendar\n\n${shown.stored} cases stored, ${shown.openTasks} tasks open, ${shown.pooled} in the fullest pool${large ? `; the small hall: ${small.stored} and ${small.openTasks}` : ''}.\n`,
    'Without a pause, as much as the machine gives:\n',
    deskTable(shown, large ? small : null, 'times'),
    '\nA request every 250 ms from each client:\n',
    deskTable(shown, large ? small : null, 'paced'),
    '\nA calendar that takes a day from each of the last weeks, and gives it back; every open case computed anew:\n',
    calendarTable(large ? [large] : [small]),
    '',
  ].join('\n');
}

async function main(): Promise<void> {
  const parts = [
    `## ${new Date().toISOString().slice(0, 10)}\n\n${machine()}. Everything on this one machine: database, API (${REPLICAS === 1 ? 'one process, as `npm start`' : `${REPLICAS} replicas`}), worker and the clients. Durable commits on.\n`,
  ];
  if (values.only !== 'desk' && values.receipts !== 'on') parts.push(await measure(false));
  if (values.only !== 'desk' && values.receipts !== 'off') parts.push(await measure(true));
  if (values.only !== 'cases') parts.push(await desk());
  const text = parts.join('\n');
  say(text);
  if (values.out) await writeFile(resolve(values.out), `# Benchmarks\n\nMade by \`npm run bench\`.\n\n${text}`);
}

main().catch(reportAndExit);
