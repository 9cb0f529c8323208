import type { Batch, endpoints, InputOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { BatchWriter, itemsOf, ReassignPlanner } from '../../supervision/index.js';
import { HandoffWork } from '../handoff-work.js';

/** 离岗移交: one order for everything on a desk; the clocks do not move, and both are told of each. */
@Injectable()
export class HandOff {
  constructor(
    private readonly runner: CommandRunner,
    private readonly work: HandoffWork,
    private readonly planner: ReassignPlanner,
    private readonly batches: BatchWriter,
  ) {}

  run(ctx: CommandContext, { body }: InputOf<typeof endpoints.handOff>): Promise<Batch> {
    return this.runner.run(ctx, async (tx) => {
      const { reason, previewedAt, fromStaffId, strategy, toStaffId } = body;
      const taskIds = await this.work.taskIds(tx, ctx.actor, body);
      const target = { taskIds, strategy, ...(toStaffId ? { toStaffId } : {}) };
      const plan = await this.planner.plan(tx, ctx.actor, target, previewedAt ? new Date(previewedAt) : undefined);
      const items = itemsOf(plan).map((item) => ({ ...item, seenHolderId: fromStaffId }));
      return await this.batches.write(tx, ctx, { kind: 'handoff', reason, items });
    });
  }
}
