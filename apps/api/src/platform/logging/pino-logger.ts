import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger as Pino, pino } from 'pino';

type Level = 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal';

function errorOf(value: unknown): unknown {
  return value instanceof Error
    ? { name: value.name, message: value.message, stack: value.stack, ...('code' in value ? { code: value.code } : {}) }
    : value;
}

/** Nest's logger on pino: one JSON line for each entry, on standard output. */
export class PinoLogger implements LoggerService {
  private readonly pino: Pino;

  /** @param destination standard output; tests read what was written */
  constructor(level: string, destination?: DestinationStream) {
    // Request bodies, cookies and personal data are never given to the logger; see the callers.
    const options = { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: errorOf } };
    this.pino = destination ? pino(options, destination) : pino(options);
  }

  /** The same lines under a context and a level of their own. */
  child(context: string, level: string): Pino {
    return this.pino.child({ context }, { level });
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest passes the context last: `log(message, ...more, context)`; ours is `log(facts, words, context)`. */
  private write(level: Level, message: unknown, rest: unknown[]): void {
    const context = rest.length > 0 && typeof rest.at(-1) === 'string' ? (rest.at(-1) as string) : undefined;
    const words = rest.slice(0, -1).filter((part): part is string => typeof part === 'string');
    if (typeof message === 'object' && message !== null && !(message instanceof Error)) {
      this.pino[level]({ context, ...message }, words.join(' '));
      return;
    }
    if (message instanceof Error) this.pino[level]({ context, error: message }, message.message);
    else this.pino[level]({ context }, [String(message), ...words].join(' '));
  }
}
