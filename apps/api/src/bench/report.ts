import { cpus, platform, release, totalmem } from 'node:os';
import { WRITE_STEPS } from './journey.js';
import type { LoadResult } from './run-clients.js';
import type { ProcessorTime } from './processor-time.js';
import { type SampleTable, shown } from './statistics.js';

/** The machine in one line. */
export function machine(): string {
  const processors = cpus();
  return `${processors.length} × ${processors[0]?.model.trim() ?? '?'}，${Math.round(totalmem() / 2 ** 30)} GiB，${platform()} ${release()}，Node ${process.versions.node}`;
}

const HEAD = '| step | n | p50 ms | p95 ms | p99 ms |\n| --- | ---: | ---: | ---: | ---: |';

/** A Markdown table of times. */
export function timesTable(times: SampleTable): string {
  const rows = times
    .entries()
    .map(([name, s]) => `| ${name} | ${s.count} | ${shown(s.quantile(0.5))} | ${shown(s.quantile(0.95))} | ${shown(s.quantile(0.99))} |`);
  return [HEAD, ...rows].join('\n');
}

export interface LoadLine {
  load: LoadResult;
  floorPerSecond: number;
  drainSeconds: number | null;
  /** Milliseconds of processor time for one case. */
  used: ProcessorTime;
}

/** One line for each number of clients, with the floor and the ratio. */
export function loadTable(lines: readonly LoadLine[]): string {
  const head =
    '| clients | cases | cases/s | writes p50 | writes p95 | writes p99 | floor cases/s | ratio | API ms/case | PostgreSQL ms/case | clients ms/case | receipts drained after |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |';
  const rows = lines.map(({ load, floorPerSecond, drainSeconds, used }) => {
    const writes = load.times.together(WRITE_STEPS);
    const perSecond = load.cases / load.seconds;
    const cells = [
      load.clients,
      load.cases,
      shown(perSecond),
      shown(writes.quantile(0.5)),
      shown(writes.quantile(0.95)),
      shown(writes.quantile(0.99)),
      shown(floorPerSecond),
      shown(perSecond / floorPerSecond, 2),
      shown(used.api),
      shown(used.database),
      shown(used.clients),
      drainSeconds === null ? 'off' : `${shown(drainSeconds)} s`,
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [head, ...rows].join('\n');
}
