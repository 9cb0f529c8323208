import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { StartRefused } from '../../process/run.js';

/** PostgreSQL refuses to run as root; then it runs as this user. */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const NAME = 'postgres';

function find(): SystemUser | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${NAME}:`));
  if (!line) return null;
  const [, , uid, gid] = line.split(':');
  return { name: NAME, uid: Number(uid), gid: Number(gid) };
}

function create(): void {
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', '--user-group', NAME], { stdio: 'ignore' });
  } catch {
    // Alpine's busybox has adduser only.
    execFileSync('adduser', ['-S', '-D', '-H', NAME], { stdio: 'ignore' });
  }
}

/** The user under which PostgreSQL runs: null for ourselves, a system user when we are root. Creates it when it is missing. */
export function databaseUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  const existing = find();
  if (existing) return existing;
  try {
    create();
  } catch {
    throw new StartRefused(
      'PostgreSQL 不能以 root 运行，系统用户 postgres 也建不了：请改用普通用户运行 npm start，或先建好 postgres 用户。',
    );
  }
  const created = find();
  if (!created) throw new StartRefused('系统用户 postgres 建好后仍找不到：请改用普通用户运行 npm start。');
  return created;
}
