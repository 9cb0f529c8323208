import type { Endpoints, InputOf } from '@onewindow/contracts';
import { type CorrectedPoint, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { EventInput } from '../cases/index.js';
import { presentForm } from '../catalogue/index.js';
import { UnaskedPapers } from '../deferral/index.js';
import type { CommandTx } from '../platform/index.js';
import { type CounterCase, DraftForms, titleOf } from '../reception/index.js';
import { RouteRunner, TaskStore, type TaskWithHolder } from '../review/index.js';
import { requireAwaited } from './awaited-points.js';
import { CorrectedPlace } from './corrected-place.js';
import type { Correction } from './correction.entity.js';
import { fieldWords } from './correction-points.js';
import { FieldUnchanged } from './correction-problems.js';

type Values = InputOf<Endpoints['takeInCorrections']>['body']['fields'];

/** What the corrected fields are, and what follows from them. */
interface Entered {
  readonly points: Omit<CorrectedPoint, 'at'>[];
  readonly events: readonly EventInput[];
  /** To whom has the work, besides the fields. */
  readonly news: readonly string[];
}

/** The corrected fields of a case in review: the form is checked as at the counter, and whatever looks at it looks anew. */
@Injectable()
export class CorrectedForm {
  constructor(
    private readonly forms: DraftForms,
    private readonly tasks: TaskStore,
    private readonly route: RouteRunner,
    private readonly unasked: UnaskedPapers,
    private readonly place: CorrectedPlace,
  ) {}

  /**
   * The row is changed in place: form, title and place are to be saved with the case. `all` is every task of it.
   * @throws CorrectionNotAwaited, FieldUnchanged, FormInvalid (422)
   */
  async enter(tx: CommandTx, on: CounterCase, one: Correction, values: Values, all: TaskWithHolder[]): Promise<Entered> {
    const keys = Object.keys(values).map((key) => requireAwaited(one, 'field', key));
    if (keys.length === 0) return { points: [], events: [], news: [] };
    const { row, version, applicant } = on;
    const { definition } = version;
    const before = row.form;
    const form = { ...presentForm(row.form), ...values };
    const desk = { row, version, applicant, answers: row.answers, today: shanghaiToday(tx.now) };
    const { changes } = await this.forms.write(tx, desk, { form });
    const after = changes.form ?? before;
    for (const { key, name } of keys) {
      if (JSON.stringify(before[key] ?? null) === JSON.stringify(after[key] ?? null)) throw new FieldUnchanged(name);
    }
    Object.assign(row, { form: after });
    await this.rename(tx, on, all);
    const points = keys.map(({ key }) => ({
      kind: 'field' as const,
      key,
      before: fieldWords(before, definition, key),
      after: fieldWords(after, definition, key),
    }));
    const placed = await this.place.follow(
      tx,
      on,
      keys.map(({ key }) => key),
      all,
    );
    const opened = await this.route.advance(tx, row, definition, all);
    const released = await this.unasked.letGo(tx, row, definition, on.materials, ['deferred']);
    const owed = await this.unasked.takeBack(tx, row, definition, on.materials);
    return { points, events: [...placed.events, ...opened, ...released, ...owed], news: placed.news };
  }

  private async rename(tx: CommandTx, { row, version, applicant }: CounterCase, all: readonly TaskWithHolder[]): Promise<void> {
    // A child of a bundle that is not named by its own form keeps the bundle's name.
    const inBundle = version.definition.onlyInBundle === true;
    const title = titleOf(version, row.form, inBundle ? null : applicant) ?? (inBundle ? row.title : row.itemName);
    if (title === row.title) return;
    Object.assign(row, { title });
    // Queues show the title from the task.
    const shown = all.filter(({ doneAt }) => doneAt === null);
    await Promise.all(shown.map((task) => this.tasks.save(tx, task, { title })));
  }
}
