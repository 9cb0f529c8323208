import type { Actor } from './actor.js';

/** Finds the actor behind a session cookie. The people feature implements it; one query per request. */
export abstract class SessionGate {
  /** Returns null for an unknown, ended or idle session. */
  abstract findActor(token: string): Promise<Actor | null>;
  /** True while the session lives; unlike a request, asking does not keep it alive. */
  abstract isOpen(token: string): Promise<boolean>;
  /** The value that `X-CSRF-Token` must carry for this session. */
  abstract csrfToken(sessionId: string): string;
}
