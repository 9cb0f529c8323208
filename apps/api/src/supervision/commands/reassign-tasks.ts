import type { Batch, endpoints, InputOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { BatchWriter, type PlannedItem } from '../batch-writer.js';
import { type ReassignmentPlan, ReassignPlanner } from '../reassign-planner.js';

/** 改派多件: by a supervisor in the region, by a chief within the department. */
@Injectable()
export class ReassignTasks {
  constructor(
    private readonly runner: CommandRunner,
    private readonly planner: ReassignPlanner,
    private readonly batches: BatchWriter,
  ) {}

  run(ctx: CommandContext, { body }: InputOf<typeof endpoints.reassignTasks>): Promise<Batch> {
    return this.runner.run(ctx, async (tx) => {
      const { reason, previewedAt, ...target } = body;
      const plan = await this.planner.plan(tx, ctx.actor, target, previewedAt ? new Date(previewedAt) : undefined);
      return await this.batches.write(tx, ctx, { kind: 'reassign', reason, items: itemsOf(plan) });
    });
  }
}

/** The items of a plan, in the order in which the tasks were chosen. */
export function itemsOf({ tasks, assigned, refused }: ReassignmentPlan): PlannedItem[] {
  return tasks.map(({ id, holderId }) => ({
    taskId: id,
    seenHolderId: holderId,
    plannedHolderId: assigned.get(id) ?? null,
    refused: refused.get(id) ?? null,
  }));
}
