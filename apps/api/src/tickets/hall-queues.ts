import type { TicketHall } from '@onewindow/contracts';
import { expectedMinutes, shanghaiToday, ticketNumber } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { Clock, Database } from '../platform/index.js';
import { AttendedCounters } from './attended-counters.js';
import { FIND_HALL, HALL_FIGURES, KIND_QUEUES, type KindQueue, LATEST_CALLS, WAITING_IN_HALLS } from './queue.statements.js';
import { whyClosed } from './ticket-hours.js';
import { TicketHallUnknown } from './ticket-problems.js';

export interface HallRow {
  id: string;
  code: string;
  name: string;
}

const SHOWN_CALLS = 8;
const PRIORITY = { letter: 'P', name: '绿色通道', priority: true } as const;

/** The hall's present state: queues, calls, open counters. Numbers and counters only: it hangs on the wall. */
@Injectable()
export class HallQueues {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attended: AttendedCounters,
  ) {}

  /** @throws TicketHallUnknown */
  async hallOf(code: string): Promise<HallRow> {
    const [hall] = await this.database.query(FIND_HALL, [code]);
    if (!hall) throw new TicketHallUnknown();
    return hall;
  }

  async read(code: string): Promise<TicketHall> {
    const hall = await this.hallOf(code);
    const now = this.clock.now();
    const about = this.parameters(hall.id, now);
    const [kinds, calls, [figures]] = await Promise.all([
      this.database.query(KIND_QUEUES, about),
      this.database.query(LATEST_CALLS, about.slice(0, 2)),
      this.database.query(HALL_FIGURES, about),
    ]);
    const open = figures?.open ?? 0;
    return {
      hall: { code: hall.code, name: hall.name },
      kinds: kinds.map((kind) => presentKind(kind, now)),
      queues: kinds.length === 0 ? [] : [priorityQueue(kinds, open), ...kinds.flatMap(ordinaryQueue)],
      calls: calls.slice(0, SHOWN_CALLS).map(({ letter, serial, at, ...call }) => ({
        ...call,
        number: ticketNumber(letter, serial),
        at: at.toISOString(),
      })),
      counters: { open, all: figures?.all ?? 0 },
      averageWaitMinutes: inMinutes(figures?.waited ?? null),
      averageHandlingMinutes: inMinutes(figures?.handled ?? null),
      serverTime: now.toISOString(),
    };
  }

  /** Minutes until a ticket of this business with so many before it is called; null while no counter is open that could call it. */
  async minutesFor(hallId: string, ticket: { kindId: string }, ahead: number): Promise<number | null> {
    const kinds = await this.database.query(KIND_QUEUES, this.parameters(hallId, this.clock.now()));
    const kind = kinds.find(({ id }) => id === ticket.kindId);
    return kind ? expected(ahead, kind) : null;
  }

  /**
   * How many wait in each of these halls now, and about how long somebody waits who comes now: null where no counter is open. Halls without
   * numbers are left out.
   */
  async waitingIn(hallIds: readonly string[]): Promise<{ hallId: string; people: number; minutes: number | null }[]> {
    const [, day, since] = this.parameters('', this.clock.now());
    const found = await this.database.query(WAITING_IN_HALLS, [hallIds, day, since]);
    return found.map(({ hallId, people, work, counters }) => ({
      hallId,
      people,
      minutes: counters === 0 ? null : expectedMinutes(1, counters, work),
    }));
  }

  private parameters(hallId: string, now: Date): [string, string, Date] {
    return [hallId, shanghaiToday(now), this.attended.since(now)];
  }
}

/** What one ticket takes: today's own figures where there are enough, else the estimate of the hall. */
function minutesEach({ averageSeconds, minutes }: KindQueue): number {
  return averageSeconds === null ? minutes : averageSeconds / 60;
}

/** Whole minutes for one with so many before them; null while no counter is open that serves the business. */
function expected(ahead: number, kind: KindQueue): number | null {
  return kind.counters === 0 ? null : expectedMinutes(ahead, kind.counters, minutesEach(kind));
}

function presentKind(kind: KindQueue, now: Date): TicketHall['kinds'][number] {
  const closedReason = whyClosed(kind, now);
  const waiting = kind.priority ? kind.priorityAhead : kind.waiting;
  return {
    id: kind.id,
    letter: kind.letter,
    name: kind.name,
    priority: kind.priority,
    open: closedReason === null,
    closedReason,
    waiting,
    expectedMinutes: expected(waiting, kind),
  };
}

/** The lane of the whole hall: each counter takes its share of it. Null while somebody waits in it whom no open counter could call. */
function priorityQueue(kinds: readonly KindQueue[], open: number): TicketHall['queues'][number] {
  const waiting = kinds.reduce((sum, { priorityWaiting }) => sum + priorityWaiting, 0);
  const work = kinds.reduce((sum, kind) => sum + kind.priorityWaiting * minutesEach(kind), 0);
  const isServed = open > 0 && kinds.every(({ priorityWaiting, counters }) => priorityWaiting === 0 || counters > 0);
  return { ...PRIORITY, waiting, expectedMinutes: isServed ? Math.ceil(work / open) : null };
}

function ordinaryQueue(kind: KindQueue): TicketHall['queues'] {
  if (kind.priority) return [];
  const { letter, name, waiting } = kind;
  return [{ letter, name, priority: false, waiting, expectedMinutes: expected(waiting, kind) }];
}

function inMinutes(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds / 60);
}
