import { DELEGABLE_ROLES, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Clock, Database } from '../platform/index.js';
import { OFFICERS, type OfficerRow } from './board-reads.js';

/** The officers of a chief's department. */
@Injectable()
export class DepartmentCrew {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  officers(actor: Actor): Promise<OfficerRow[]> {
    return this.database.query(OFFICERS, [actor.departmentId, [...DELEGABLE_ROLES], shanghaiToday(this.clock.now())]);
  }

  /** The instant at which today began. */
  startOfToday(): Date {
    return new Date(`${shanghaiToday(this.clock.now())}T00:00:00+08:00`);
  }
}
