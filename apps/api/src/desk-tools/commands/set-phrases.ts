import type { DeskSettings, endpoints, InputOf } from '@onewindow/contracts';
import { assertNoPersonalData } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner, sql } from '../../platform/index.js';
import { DepartmentPhrasesByChief, PhraseTwice } from '../desk-problems.js';
import { DeskSettingsReader } from '../desk-settings.js';

const SET = sql(
  'INSERT INTO phrase_list (owner_id, kind, phrases) VALUES ($1, $2, $3) ON CONFLICT (owner_id, kind) DO UPDATE SET phrases = EXCLUDED.phrases',
);
const FORGET = sql('DELETE FROM phrase_list WHERE owner_id = $1 AND kind = $2');

/** Sets the phrases of one kind of task as a whole: a person's own, or those with which the department's people start. */
@Injectable()
export class SetPhrases {
  constructor(
    private readonly runner: CommandRunner,
    private readonly settings: DeskSettingsReader,
  ) {}

  run(ctx: CommandContext, { body: { kind, of, phrases } }: InputOf<typeof endpoints.setPhrases>): Promise<DeskSettings> {
    return this.runner.run(ctx, async (tx) => {
      const before = await this.settings.of(tx, ctx.actor);
      if (of === 'department' && !before.maySetDepartment) throw new DepartmentPhrasesByChief();
      const ownerId = of === 'department' ? ctx.actor.departmentId : ctx.actor.staffId;
      const twice = phrases?.find((phrase, at) => phrases.indexOf(phrase) !== at);
      if (twice !== undefined) throw new PhraseTwice(twice);
      // Phrases become opinions, and opinions are told in the chain of the case (R10.1).
      assertNoPersonalData(phrases, 'phrases');
      await (phrases === null ? tx.query(FORGET, [ownerId, kind]) : tx.query(SET, [ownerId, kind, JSON.stringify(phrases)]));
      return await this.settings.of(tx, ctx.actor);
    });
  }
}
