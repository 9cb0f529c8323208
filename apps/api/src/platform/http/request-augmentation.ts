import type { Actor } from '../auth/actor.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard on requests of signed-in people. */
    actor?: Actor;
    /** Filled by `@Input()`. */
    validatedInput?: unknown;
  }
}
