import { ConfigurationError } from '../config/environment.js';
import { errorCode } from './error-code.js';

/** A start that can't succeed, said in one Chinese sentence; no stack trace helps. */
export class StartRefused extends Error {}

/** Ends the process after a failed start: one sentence for what the operator can mend, a stack for the rest. */
export function reportAndExit(error: unknown): void {
  if (error instanceof ConfigurationError) for (const sentence of error.sentences) process.stderr.write(`✗ ${sentence}\n`);
  else if (error instanceof StartRefused) process.stderr.write(`✗ ${error.message}\n`);
  else process.stderr.write(`✗ 启动失败：${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}

/**
 * Closes everything at SIGINT or SIGTERM, once; a second signal does not hurry it.
 * @returns tells whether a signal has come
 */
export function runUntilSignal(close: () => Promise<void>): () => boolean {
  let closing = false;
  const end = (): void => {
    if (closing) return;
    closing = true;
    close().then(
      () => process.exit(0),
      (error: unknown) => reportAndExit(error),
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  return () => closing;
}

/** The sentence for an address that can't be listened on. */
export function listenRefusal(error: unknown, host: string, port: number): Error {
  const code = errorCode(error);
  if (code === 'EADDRINUSE') return new StartRefused(`端口 ${port} 已被占用：请关掉占用它的程序，或用 PORT=别的端口 启动。`);
  if (code === 'EACCES') return new StartRefused(`没有权限使用端口 ${port}：请用 1024 以上的端口，例如 PORT=3000。`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new StartRefused(`本机没有地址 ${host}：请改正 HOST，对外开放用 HOST=0.0.0.0。`);
  return error instanceof Error ? error : new Error(String(error));
}
