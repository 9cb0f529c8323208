import { type DeskSettings, type endpoints, type InputOf, MOST_SEARCHES } from '@onewindow/contracts';
import { assertNoPersonalData } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner, newId, sql } from '../../platform/index.js';
import { TooManySearches } from '../desk-problems.js';
import { DeskSettingsReader } from '../desk-settings.js';

const COUNT_OTHERS = sql<{ count: number }>('SELECT count(*)::int AS count FROM saved_search WHERE staff_id = $1 AND name <> $2');
const SAVE = sql(
  `INSERT INTO saved_search (id, staff_id, name, filter, created_at) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (staff_id, name) DO UPDATE SET filter = EXCLUDED.filter`,
);

/** Keeps what a queue shows under a name; the same name again stands for the new filter. */
@Injectable()
export class SaveSearch {
  constructor(
    private readonly runner: CommandRunner,
    private readonly settings: DeskSettingsReader,
  ) {}

  run(ctx: CommandContext, { body }: InputOf<typeof endpoints.saveSearch>): Promise<DeskSettings> {
    return this.runner.run(ctx, async (tx) => {
      const { staffId } = ctx.actor;
      // Kept in the open and put into addresses (R10.2).
      assertNoPersonalData([body.name, body.filter.q ?? '', body.filter.stepName ?? ''], 'filter');
      const [others] = await tx.query(COUNT_OTHERS, [staffId, body.name]);
      if ((others?.count ?? 0) >= MOST_SEARCHES) throw new TooManySearches(MOST_SEARCHES);
      await tx.query(SAVE, [newId(), staffId, body.name, JSON.stringify(body.filter), tx.now]);
      return await this.settings.of(tx, ctx.actor);
    });
  }
}
