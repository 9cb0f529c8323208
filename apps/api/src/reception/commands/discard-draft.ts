import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { isDraft } from '@onewindow/domain';
import { topicOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { nextEvent, writeEvents } from '../../cases/index.js';
import { type CommandContext, CommandRunner, sql } from '../../platform/index.js';
import { CounterDesk } from '../counter-desk.js';
import { NotADraft } from '../reception-problems.js';

const DELETE_FILES = sql('DELETE FROM case_file WHERE case_id = $1');
const DELETE_MATERIALS = sql('DELETE FROM case_material WHERE case_id = $1');
const DELETE_CASE = sql('DELETE FROM cases WHERE id = $1');

/** Throws a draft away. Its story stays, ending with this: events are never deleted (R10.1). */
@Injectable()
export class DiscardDraft {
  constructor(
    private readonly runner: CommandRunner,
    private readonly desk: CounterDesk,
  ) {}

  run(ctx: CommandContext, { params }: InputOf<Endpoints['discardDraft']>): Promise<ResponseOf<Endpoints['discardDraft']>> {
    return this.runner.run(ctx, async (tx) => {
      const { row, author } = await this.desk.takePapers(tx, ctx, params.id);
      if (!isDraft(row.status)) throw new NotADraft(row.status);
      const event = nextEvent(row, author, tx.now, { action: 'discardDraft', fromStatus: 'draft', data: { itemName: row.itemName } });
      writeEvents(tx, [event]);
      await Promise.all([tx.query(DELETE_FILES, [row.id]), tx.query(DELETE_MATERIALS, [row.id]), tx.query(DELETE_CASE, [row.id])]);
      tx.touch(topicOf.case(row.id), topicOf.hall(row.hallId));
      return { ok: true };
    });
  }
}
