/** After this many of the priority lane in a row a counter calls one of the ordinary lane, if any waits: nobody waits for ever. */
export const LONGEST_PRIORITY_RUN = 2;

/** What of a waiting ticket decides its turn. */
export interface WaitingTicket {
  id: string;
  /** 绿色通道: the elderly, the disabled, the pregnant, servicemen. */
  priority: boolean;
  /** Sent on to the counter that asks. */
  addressed: boolean;
  /** Instant, ISO with Z, from which the ticket waits: when it was drawn, or queued anew. Sent on to other business, it keeps its place. */
  queuedAt: string;
}

export type Lane = 'priority' | 'ordinary';

/**
 * Which lane a counter calls from first.
 * @param priorityRun how many of the priority lane it called in a row
 */
export function laneFirst(priorityRun: number): Lane {
  return priorityRun >= LONGEST_PRIORITY_RUN ? 'ordinary' : 'priority';
}

/** The run after a call. One that was sent on to this counter had its turn before and does not count. */
export function nextPriorityRun(priorityRun: number, called: Pick<WaitingTicket, 'priority' | 'addressed'>): number {
  if (called.addressed) return priorityRun;
  return called.priority ? priorityRun + 1 : 0;
}

/**
 * The order of a queue as one counter sees it: who was sent on to it, then the lane whose turn it is, then by arrival.
 * @returns negative when `a` comes first
 */
export function compareWaiting(first: Lane, a: WaitingTicket, b: WaitingTicket): number {
  if (a.addressed !== b.addressed) return a.addressed ? -1 : 1;
  if (a.priority !== b.priority) return a.priority === (first === 'priority') ? -1 : 1;
  if (a.queuedAt !== b.queuedAt) return a.queuedAt < b.queuedAt ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The ticket that a counter calls next, or null when nobody waits for it. The database's ORDER BY says the same. */
export function nextTicket<T extends WaitingTicket>(waiting: readonly T[], priorityRun: number): T | null {
  const first = laneFirst(priorityRun);
  return waiting.reduce<T | null>((best, one) => (best === null || compareWaiting(first, one, best) < 0 ? one : best), null);
}

/**
 * How long somebody waits who has so many before them.
 * @param ahead tickets before theirs
 * @param counters counters that are open for this business; none counts as one
 * @param minutesEach minutes that one ticket takes
 * @returns whole minutes, rounded up; 0 when nobody is ahead
 */
export function expectedMinutes(ahead: number, counters: number, minutesEach: number): number {
  return ahead <= 0 ? 0 : Math.ceil((ahead * minutesEach) / Math.max(1, counters));
}

/**
 * Are numbers given at this time of day?
 * @param time `HH:mm` in Shanghai
 * @param opensAt first minute; `closesAt` the first minute after
 */
export function isWithinHours(time: string, opensAt: string, closesAt: string): boolean {
  return opensAt <= time && time < closesAt;
}
