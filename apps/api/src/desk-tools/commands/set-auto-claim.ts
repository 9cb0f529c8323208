import type { DeskSettings, endpoints, InputOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner, sql } from '../../platform/index.js';
import { DeskSettingsReader } from '../desk-settings.js';

const SET = sql(
  'INSERT INTO desk_preference (staff_id, auto_claim) VALUES ($1, $2) ON CONFLICT (staff_id) DO UPDATE SET auto_claim = EXCLUDED.auto_claim',
);

/** 自动签收下一件, on or off. */
@Injectable()
export class SetAutoClaim {
  constructor(
    private readonly runner: CommandRunner,
    private readonly settings: DeskSettingsReader,
  ) {}

  run(ctx: CommandContext, { body }: InputOf<typeof endpoints.setAutoClaim>): Promise<DeskSettings> {
    return this.runner.run(ctx, async (tx) => {
      await tx.query(SET, [ctx.actor.staffId, body.autoClaim]);
      return await this.settings.of(tx, ctx.actor);
    });
  }
}
