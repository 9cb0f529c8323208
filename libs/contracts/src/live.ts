import { z } from 'zod';

/** One message of `GET /api/stream`: the topics whose data changed; the client reads them anew. */
export const liveMessage = z.object({ topics: z.array(z.string()) });
export type LiveMessage = z.output<typeof liveMessage>;

/** Names of the topics. A person hears only those of the own staff id, department, hall, region and role. */
export const topicOf = {
  case: (id: string) => `case:${id}`,
  department: (id: string) => `department:${id}`,
  hall: (id: string) => `hall:${id}`,
  staff: (id: string) => `staff:${id}`,
  supervision: 'supervision',
  /** The working calendar was changed: every process reads it anew. */
  calendar: 'calendar',
  /** An item was published, renamed or moved to another department: every process forgets what it kept of it. */
  catalogue: 'catalogue',
  /** The queue of a hall. */
  tickets: (hallId: string) => `tickets:${hallId}`,
} as const;

/** Event of `GET /api/stream` that carries no topics and says that the line lives; browsers hide comments from the page. */
export const LIVE_BEAT = 'beat';
/** How often it comes. */
export const LIVE_BEAT_MS = 20_000;
