import { errorCode } from '../process/error-code.js';

const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT']);

/** SQLSTATE of an error of the server, whether it came through TypeORM or from the driver. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const own = errorCode(error);
  if (own !== undefined && /^[0-9A-Z]{5}$/.test(own)) return own;
  return 'driverError' in error ? sqlState(error.driverError) : undefined;
}

/** Name of the violated constraint, if the server named one. */
export function violatedConstraint(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('constraint' in error && typeof error.constraint === 'string') return error.constraint;
  return 'driverError' in error ? violatedConstraint(error.driverError) : undefined;
}

/** True for deadlocks and serialization failures: the same command may be tried again. */
export function isRetryable(error: unknown): boolean {
  const state = sqlState(error);
  return state === '40P01' || state === '40001';
}

/** True when a lock or an answer was waited for too long: the caller may try again. */
export function isTimeout(error: unknown): boolean {
  const state = sqlState(error);
  return state === '55P03' || state === '57014';
}

/** True when the database can't be reached or is shutting down or full. */
export function isUnavailable(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== undefined) return state.startsWith('08') || state.startsWith('53') || state.startsWith('57P');
  return UNREACHABLE.has(errorCode(error) ?? '');
}
