import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts a process's time in hundredths of a second. */
const TICK_MILLISECONDS = 10;

interface Counted {
  parent: number;
  milliseconds: number;
}

/** Processor time of each group since its process began, in milliseconds; all NaN where the system does not tell. */
export interface ProcessorTime {
  api: number;
  database: number;
  clients: number;
}

function read(pid: string): Counted | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold blanks; the fields behind it are plain: state, parent, …, utime, stime, cutime, cstime.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + (fields[at] ?? 0), 0);
    return { parent, milliseconds: ticks * TICK_MILLISECONDS };
  } catch {
    return null;
  }
}

/**
 * @param api process ids of the API's processes
 * @param postmaster process id of the database server; its backends are its children
 */
export function processorTime(api: readonly number[], postmaster: number): ProcessorTime {
  const own = process.cpuUsage();
  const clients = (own.user + own.system) / 1000;
  const servers = api.map((pid) => read(String(pid))?.milliseconds ?? Number.NaN);
  const root = read(String(postmaster));
  if (!root) return { api: Number.NaN, database: Number.NaN, clients };
  let database = root.milliseconds;
  for (const name of readdirSync('/proc')) {
    const counted = /^\d+$/.test(name) ? read(name) : null;
    if (counted?.parent === postmaster) database += counted.milliseconds;
  }
  return { api: servers.reduce((sum, one) => sum + one, 0), database, clients };
}
