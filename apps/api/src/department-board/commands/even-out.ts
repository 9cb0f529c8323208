import type { Batch, endpoints, InputOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner, sql } from '../../platform/index.js';
import { BatchWriter } from '../../supervision/index.js';
import { MovesNotPlanned } from '../board-problems.js';

const IN_DEPARTMENT = sql<{ found: number }>(
  `SELECT count(*)::int AS found FROM review_task WHERE id = ANY($1::uuid[]) AND department_id = $2`,
);

/** 均衡, exactly as the chief saw it: a task that somebody else has by then is left with them and told of. */
@Injectable()
export class EvenOut {
  constructor(
    private readonly runner: CommandRunner,
    private readonly batches: BatchWriter,
  ) {}

  run(ctx: CommandContext, { body }: InputOf<typeof endpoints.evenOut>): Promise<Batch> {
    return this.runner.run(ctx, async (tx) => {
      const { moves, reason } = body;
      const ids = moves.map(({ taskId }) => taskId);
      const [counted] = await tx.query(IN_DEPARTMENT, [ids, ctx.actor.departmentId]);
      if (new Set(ids).size !== ids.length || counted?.found !== ids.length) throw new MovesNotPlanned();
      const items = moves.map(({ taskId, fromStaffId, toStaffId }) => ({
        taskId,
        seenHolderId: fromStaffId,
        plannedHolderId: toStaffId,
        refused: null,
      }));
      return await this.batches.write(tx, ctx, { kind: 'evenOut', reason, items });
    });
  }
}
