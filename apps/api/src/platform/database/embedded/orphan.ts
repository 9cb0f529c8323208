import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from '../../process/error-code.js';
import { StartRefused } from '../../process/run.js';

const PATIENCE_MS = 30_000;

/** True while a process with this id lives. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** True when the process is a PostgreSQL server, as far as this system tells. A number may have been given to another program. */
function isPostgres(pid: number): boolean {
  const file = `/proc/${pid}/comm`;
  return existsSync(file) ? readFileSync(file, 'utf8').trim() === 'postgres' : process.platform !== 'linux';
}

/** Stops a server that a killed process of ours left behind on this folder; a number that only lies in the file is ignored. */
export async function stopOrphan(folder: string): Promise<boolean> {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return false;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid) || !isPostgres(pid)) return false;
  process.kill(pid, 'SIGINT');
  for (const deadline = Date.now() + PATIENCE_MS; isAlive(pid); await pause(50)) {
    if (Date.now() > deadline) throw new StartRefused(`上次留下的数据库进程 ${pid} 停不下来：请先结束它，再重新启动。`);
  }
  return true;
}
