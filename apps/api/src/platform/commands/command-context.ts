import type { Actor } from '../auth/actor.js';

/** Under which key, and for which request, the answer of a command is kept. */
export interface Idempotency {
  readonly key: string;
  /** SHA-256 of method, path and validated input; another hash under the same key is refused. */
  readonly requestHash: string;
}

/** Who asks for a command, from where, and under which idempotency key. */
export interface CommandContext {
  readonly actor: Actor;
  /** Null on endpoints that need no key. */
  readonly idempotency: Idempotency | null;
  readonly ip: string;
}
