import { awaitedPoints, isCorrectionAwaited } from '@onewindow/domain';
import { topicOf } from '@onewindow/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type AmendedChild, AmendedChildren, type AmendmentEffect } from '../bundles/index.js';
import type { CommandTx } from '../platform/index.js';
import { CorrectionAnswers } from './correction-answers.js';
import { fieldWords } from './correction-points.js';
import { CorrectionShelf } from './correction-shelf.js';

/**
 * 一件事: two departments may ask for the same field. What the applicant brought to the first is right for the second too: nobody has to bring it
 * once more, nor could, as the field says it already (R3.3).
 */
@Injectable()
export class AmendedRequests implements OnModuleInit {
  constructor(
    private readonly children: AmendedChildren,
    private readonly shelf: CorrectionShelf,
    private readonly answers: CorrectionAnswers,
  ) {}

  onModuleInit(): void {
    this.children.register((tx, child) => this.follow(tx, child));
  }

  private async follow(tx: CommandTx, { row, definition, before, keys }: AmendedChild): Promise<AmendmentEffect> {
    const one = (await this.shelf.ofCase(row.id, tx)).find(({ status }) => isCorrectionAwaited(status));
    const came = awaitedPoints(one?.points ?? [], one?.brought ?? []).filter(({ kind, key }) => kind === 'field' && keys.includes(key));
    if (!one || came.length === 0) return { changes: {}, events: [], news: [] };
    const at = tx.now.toISOString();
    const points = came.map(({ kind, key }) => ({
      ...{ kind, key, at },
      before: fieldWords(before, definition, key),
      after: fieldWords(row.form, definition, key),
    }));
    const names = came.map(({ name }) => name);
    const { left, changes, event } = await this.answers.add(tx, row, one, { points, names, by: null });
    tx.touch(topicOf.hall(one.hallId), topicOf.case(row.id));
    const rest = left === 0 ? '补正收齐' : `还差 ${left} 项`;
    return { changes, events: [event], news: [`要求补正的${names.join('、')}已有，${rest}`] };
  }
}
