/** The outcome of reading a number that people write: its parts, or why it is none, in Chinese. */
export type Checked<T> = { ok: true; value: T } | CheckFailure;

export interface CheckFailure {
  ok: false;
  /** Stable, for tests and telemetry: `length`, `check-digit`, … */
  problem: string;
  /** Chinese: what is wrong, then what to do. */
  reason: string;
  /** The number may still be genuine: a clerk may go on with a reason on record (R8.2). */
  overridable: boolean;
}

/** A failure; not overridable unless said so. */
export function failed(problem: string, reason: string, overridable = false): CheckFailure {
  return { ok: false, problem, reason, overridable };
}
