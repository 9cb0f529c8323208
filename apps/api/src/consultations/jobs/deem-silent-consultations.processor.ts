import { STANDING_TASK_STATUSES, shanghaiToday } from '@onewindow/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { oneOf, JobRegistry, registerDueWork, sql } from '../../platform/index.js';
import { ENDS_BY_SILENCE, Silence } from '../silence.js';

/** A standstill of months is worked off in portions; the next sweep goes on. */
const AT_ONCE = 2_000;
/** Answers whose limit has passed by no guessed calendar (R1.2), where silence means something. The condition on the route is looked at for these few rows alone. */
const FIND = sql<{ id: string }>(
  `SELECT t.id FROM review_task t
    WHERE t.kind = 'consultation' AND t.status IN (${oneOf(STANDING_TASK_STATUSES)}) AND t.step_due < $1 AND NOT t.step_provisional
      AND ${ENDS_BY_SILENCE}
    ORDER BY t.step_due, t.id LIMIT ${AT_ONCE}`,
);

/** R5.2: silence past the limit is no objection. Found from the database by its day; each consultation is a job of its own, done once. */
@Injectable()
export class DeemSilentConsultations implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly silence: Silence,
  ) {}

  onModuleInit(): void {
    registerDueWork(this.registry, {
      name: 'find-silent-consultations',
      everyMinutes: 5,
      topic: 'deem-silent-consultation',
      subject: 'taskId',
      find: (tx) => tx.query(FIND, [shanghaiToday(tx.now)]),
      act: (tx, taskId) => this.silence.deem(tx, taskId),
    });
  }
}
