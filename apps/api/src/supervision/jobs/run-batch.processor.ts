import { Injectable } from '@nestjs/common';
import { type Actor, Database, sql } from '../../platform/index.js';
import type { BatchOrder } from '../batch-order.js';
import { BatchSteps } from '../batch-steps.js';

type OrderedBy = Omit<Actor, 'counterId' | 'sessionId' | 'mustChangePassword'> & { reason: string; ip: string };

/** The order with the supervisor as they are now: what they may no longer do fails, task by task. */
const ORDER = sql<OrderedBy>(
  `SELECT b.reason, b.ip, s.id AS "staffId", s.staff_no AS "staffNo", s.name, s.roles, s.department_id AS "departmentId",
          s.hall_id AS "hallId", s.region_code AS "regionCode", s.identity_index AS "identityIndex"
   FROM batch b JOIN staff s ON s.id = b.created_by WHERE b.id = $1 AND b.state = 'running'`,
);

/** Works through a batch. Delivered again after a kill, it goes on with what is still waiting. */
@Injectable()
export class RunBatch {
  constructor(
    private readonly database: Database,
    private readonly steps: BatchSteps,
  ) {}

  async run(batchId: string): Promise<void> {
    const order = await this.orderOf(batchId);
    if (!order) return;
    let position: number | null = -1;
    while (position !== null) position = await this.steps.next(order, position);
  }

  /** The order of a batch that has not ended. */
  async orderOf(batchId: string): Promise<BatchOrder | undefined> {
    const [found] = await this.database.query(ORDER, [batchId]);
    if (!found) return undefined;
    const { reason, ip, ...person } = found;
    // The order outlives the session in which it was given.
    const actor: Actor = { ...person, counterId: null, sessionId: batchId, mustChangePassword: false };
    return { id: batchId, reason, ctx: { actor, idempotency: null, ip } };
  }
}
