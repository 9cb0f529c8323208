import type { BoardOfficer, endpoints, ResponseOf } from '@onewindow/contracts';
import {
  DELEGABLE_ROLES,
  type IsoDate,
  ROLE_LABELS,
  shanghaiToday,
  stalledDays,
  type WorkingCalendar,
  lightBoundaries,
} from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import { Organisation } from '../organisation/index.js';
import { type Actor, Clock, Database } from '../platform/index.js';
import { DONE_TODAY, type OfficerRow, WORK, type WorkRow } from './board-reads.js';
import { DepartmentCrew } from './department-crew.js';

const NO_WORK = { red: 0, yellow: 0, green: 0, paused: 0, all: 0, oldestSince: null, idleSince: null };

interface Day {
  today: IsoDate;
  calendar: WorkingCalendar;
}

/** 部门看板: who has what, and since when. */
@Injectable()
export class DepartmentBoard {
  constructor(
    private readonly database: Database,
    private readonly crew: DepartmentCrew,
    private readonly calendars: WorkingCalendars,
    private readonly organisation: Organisation,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor): Promise<ResponseOf<typeof endpoints.departmentBoard>> {
    const departmentId = actor.departmentId ?? '';
    const [calendar, officers, snapshot] = await Promise.all([
      this.calendars.current(),
      this.crew.officers(actor),
      this.organisation.snapshot({ departments: [departmentId] }),
    ]);
    const today = shanghaiToday(this.clock.now());
    const ids = officers.map(({ id }) => id);
    const { redBefore, yellowThrough } = lightBoundaries(today, calendar, calendar.lights);
    const [work, done] = await Promise.all([
      this.database.query(WORK, [departmentId, ids, redBefore, yellowThrough]),
      this.database.query(DONE_TODAY, [ids, this.crew.startOfToday()]),
    ]);
    const workOf = new Map(work.map((row) => [row.holderId, row]));
    const doneBy = new Map(done.map((row) => [row.staffId, row.done]));
    const pool = workOf.get(null) ?? { ...NO_WORK, holderId: null };
    const held = work.filter(({ holderId }) => holderId !== null);
    return {
      department: snapshot.departmentRef(departmentId),
      pool: { ...lightsOf(pool), oldestSince: pool.oldestSince?.toISOString() ?? null },
      officers: officers.map((officer) =>
        presentOfficer(officer, { work: workOf.get(officer.id), done: doneBy.get(officer.id) ?? 0, officers }, { today, calendar }),
      ),
      held: held.map(lightsOf).reduce(added, lightsOf({ ...NO_WORK, holderId: null })),
      doneToday: done.reduce((sum, row) => sum + row.done, 0),
      asOf: this.clock.now().toISOString(),
    };
  }
}

function presentOfficer(
  officer: OfficerRow,
  { work, done, officers }: { work: WorkRow | undefined; done: number; officers: readonly OfficerRow[] },
  { today, calendar }: Day,
): BoardOfficer {
  const { leave } = officer;
  const delegate = leave && officers.find(({ id }) => id === leave.delegateId);
  const idleSince = work?.idleSince ?? null;
  return {
    staff: refOf(officer),
    duties: DELEGABLE_ROLES.filter((role) => officer.roles.includes(role)).map((role) => ROLE_LABELS[role]),
    leave: leave && {
      through: leave.through,
      delegate: delegate ? refOf(delegate) : { id: leave.delegateId, name: leave.delegateName, staffNo: '' },
    },
    standsInFor: officers.filter((one) => one.leave?.delegateId === officer.id).map(refOf),
    lights: lightsOf(work ?? { ...NO_WORK, holderId: null }),
    oldestSince: work?.oldestSince?.toISOString() ?? null,
    longestStalled: idleSince === null ? 0 : stalledDays({ since: idleSince, today, calendar }),
    doneToday: done,
  };
}

function refOf({ id, name, staffNo }: OfficerRow): BoardOfficer['staff'] {
  return { id, name, staffNo };
}

type Lights = BoardOfficer['lights'];

function lightsOf({ red, yellow, green, paused, all }: WorkRow): Lights {
  return { red, yellow, green, paused, all };
}

function added(a: Lights, b: Lights): Lights {
  return { red: a.red + b.red, yellow: a.yellow + b.yellow, green: a.green + b.green, paused: a.paused + b.paused, all: a.all + b.all };
}
