import type { endpoints, ResponseOf } from '@onewindow/contracts';
import { DomainError } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { ClaimTask, TaskPresenter, TaskQueries } from '../../review/index.js';

type Answer = ResponseOf<typeof endpoints.claimNext>;

/** So many of the most urgent are tried: where more officers than this reach at once, the pool is empty anyway. */
const TRIED = 20;

/** 签收下一件: the most urgent of the pool that nobody takes first (R5.4). What the officer may not review is passed over (R5.6). */
@Injectable()
export class ClaimNext {
  constructor(
    private readonly runner: CommandRunner,
    private readonly queries: TaskQueries,
    private readonly claiming: ClaimTask,
    private readonly presenter: TaskPresenter,
  ) {}

  async run(ctx: CommandContext): Promise<Answer> {
    const { items } = await this.queries.list(ctx.actor, { tab: 'pool', limit: TRIED });
    const free = items.filter(({ actions }) => actions.some(({ action, allowed }) => action === 'claim' && allowed));
    for (const { id } of free) {
      const answer = await this.tryClaim(ctx, id);
      if (answer) return answer;
    }
    // A repeated request whose task was the last of the pool gets its kept answer: only the runner knows it.
    return await this.runner.run(ctx, () => Promise.resolve({ task: null }));
  }

  private async tryClaim(ctx: CommandContext, taskId: string): Promise<Answer | null> {
    try {
      return await this.runner.run(ctx, async (tx) => {
        const locked = await this.claiming.take(tx, ctx, taskId);
        return { task: await this.presenter.row(ctx.actor, locked) };
      });
    } catch (error) {
      // Somebody was first, or the case has moved on: the next one then.
      if (error instanceof DomainError && error.code !== 'idempotency.key-reused') return null;
      throw error;
    }
  }
}
