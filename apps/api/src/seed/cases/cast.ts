import type { Role } from '@onewindow/domain';
import { type Actor, type CommandContext, type CommandTx, sql } from '../../platform/index.js';
import { DISTRICT, type HallCode } from '../organisation/units.js';

interface StaffRow {
  staffId: string;
  staffNo: string;
  name: string;
  roles: Role[];
  departmentId: string | null;
  hallId: string | null;
  regionCode: string;
}

const STAFF = sql<StaffRow>(
  `SELECT id AS "staffId", staff_no AS "staffNo", name, roles, department_id AS "departmentId", hall_id AS "hallId", region_code AS "regionCode"
     FROM staff WHERE demonstration ORDER BY staff_no`,
);
const COUNTERS = sql<{ counterId: string; hallId: string; hallCode: HallCode; number: number; name: string }>(
  `SELECT c.id AS "counterId", c.hall_id AS "hallId", h.code AS "hallCode", c.number, c.name
     FROM counter c JOIN hall h ON h.id = c.hall_id ORDER BY h.code, c.number`,
);

/** A clerk at a counter of a hall. */
export interface Seat {
  readonly ctx: CommandContext;
  readonly hallId: string;
  readonly counterId: string;
}

/** The two whose accounts the guides use, at the counters of the mockups. */
const WELL_KNOWN_SEATS = [
  { staffNo: 'LJ-03127', hall: 'LJ-QZ', purpose: '综合窗口', counter: 3 },
  { staffNo: 'LJ-03135', hall: 'LJ-QZ', purpose: '出件窗口', counter: 9 },
] as const;

/** Who acts in the story. */
export class Cast {
  private constructor(
    private readonly staff: readonly StaffRow[],
    private readonly counters: readonly { counterId: string; hallId: string; hallCode: HallCode; number: number; name: string }[],
  ) {}

  static async read(tx: CommandTx): Promise<Cast> {
    const [staff, counters] = await Promise.all([tx.query(STAFF), tx.query(COUNTERS)]);
    return new Cast(staff, counters);
  }

  /** A clerk of the hall; `turn` goes round them, the well-known seat first. `purpose` chooses between 综合窗口 and 出件窗口. */
  clerk(hall: HallCode, turn: number, purpose: '综合窗口' | '出件窗口'): Seat {
    const counters = this.counters.filter((counter) => counter.hallCode === hall && counter.name === purpose);
    const hallId = counters[0]?.hallId;
    const clerks = this.staff.filter((one) => one.hallId === hallId && one.roles.includes('clerk'));
    const known = WELL_KNOWN_SEATS.find((seat) => seat.hall === hall && seat.purpose === purpose);
    const isKnown = known !== undefined && turn % 3 === 0;
    const who = isKnown ? clerks.find(({ staffNo }) => staffNo === known.staffNo) : clerks[turn % clerks.length];
    const counter = isKnown ? counters.find(({ number }) => number === known.counter) : counters[turn % counters.length];
    if (!who || !counter || hallId === undefined) throw new Error(`nobody sits in hall ${hall}`);
    return { ctx: contextOf(who, counter.counterId), hallId, counterId: counter.counterId };
  }

  /** This very person. */
  member(staffId: string): CommandContext {
    const who = this.staff.find((one) => one.staffId === staffId);
    if (!who) throw new Error(`${staffId} is nobody of the demonstration`);
    return contextOf(who, null);
  }

  /** One of a department who may do the step. The first are likelier: some desks are fuller than others. */
  officer(departmentId: string, role: 'approver' | 'chief', turn: number, besides: readonly (string | null)[] = []): CommandContext {
    const able = this.staff.filter(
      (one) => one.departmentId === departmentId && one.roles.includes(role) && !besides.includes(one.staffId),
    );
    const ordinary = role === 'approver' ? able.filter((one) => !one.roles.includes('chief')) : able;
    const people = ordinary.length > 0 ? ordinary : able;
    const who = people[Math.floor(people.length * ((turn * 0.618) % 1) ** 1.8)];
    if (!who) throw new Error(`nobody in department ${departmentId} is ${role}`);
    return contextOf(who, null);
  }
}

function contextOf(who: StaffRow, counterId: string | null): CommandContext {
  const actor: Actor = {
    ...who,
    counterId,
    sessionId: who.staffId,
    identityIndex: null,
    mustChangePassword: false,
    regionCode: who.regionCode || DISTRICT,
  };
  return { actor, idempotency: null, ip: '10.20.0.15' };
}
