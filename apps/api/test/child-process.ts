import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/** A process of the product, run from its sources. */
export interface TestProcess {
  /** All that it has printed. */
  output(): string;
  /** Resolves once the output matches; rejects when the process ends before. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves with the exit code, null after a signal. */
  ended(): Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts `src/<entry>` with just these environment variables besides the system's own. */
export function startProcess(entry: string, environment: Record<string, string>, args: readonly string[] = []): TestProcess {
  const { PATH = '', HOME = '' } = process.env;
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', join(ROOT, '../../.jest/ts-hooks.mjs'), join(ROOT, 'src', entry), ...args],
    {
      env: { PATH, HOME, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      for (const listener of listeners) listener();
    });
  }
  const exit = once(child, 'close').then(([code]) => code as number | null);
  return {
    output: () => output,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(output);
          if (!match) return;
          listeners.delete(look);
          resolve(match);
        };
        listeners.add(look);
        look();
        void exit.then(() => reject(new Error(`${entry} ended before printing ${pattern}:\n${output}`)));
      }),
    ended: () => exit,
    kill: (signal) => child.kill(signal),
  };
}
