import type { CommandContext } from '../platform/index.js';

/** A batch as its order was given. */
export interface BatchOrder {
  id: string;
  reason: string;
  /** The supervisor who ordered it: actor of every event. */
  ctx: CommandContext;
}
