import type { DeskSettings } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner, sql } from '../../platform/index.js';
import { SearchNotFound } from '../desk-problems.js';
import { DeskSettingsReader } from '../desk-settings.js';

const REMOVE = sql<{ id: string }>('DELETE FROM saved_search WHERE id = $1 AND staff_id = $2 RETURNING id');

/** Forgets a saved search. */
@Injectable()
export class RemoveSearch {
  constructor(
    private readonly runner: CommandRunner,
    private readonly settings: DeskSettingsReader,
  ) {}

  run(ctx: CommandContext, id: string): Promise<DeskSettings> {
    return this.runner.run(ctx, async (tx) => {
      const [removed] = await tx.query(REMOVE, [id, ctx.actor.staffId]);
      if (!removed) throw new SearchNotFound();
      return await this.settings.of(tx, ctx.actor);
    });
  }
}
