import { awaitedPoints, type CorrectedPoint } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { Case, EventInput } from '../cases/index.js';
import { CorrectionPause } from '../clocks/index.js';
import type { CommandTx } from '../platform/index.js';
import type { Correction } from './correction.entity.js';
import { CorrectionShelf } from './correction-shelf.js';

/** What came for a request; `by` is who took it in, null for the system. */
export interface Brought {
  readonly points: readonly CorrectedPoint[];
  /** As the story tells them. */
  readonly names: readonly string[];
  readonly by: string | null;
}

interface Answered {
  /** How many points are still to come. */
  readonly left: number;
  /** To be saved with the case. */
  readonly changes: Partial<Case>;
  readonly event: EventInput;
}

/** R3.3: what was asked for comes one by one; the last of it closes the request, and the clocks that stood still for it run again. */
@Injectable()
export class CorrectionAnswers {
  constructor(
    private readonly shelf: CorrectionShelf,
    private readonly pauses: CorrectionPause,
  ) {}

  /** The case is locked, its request open; the request is changed in place. */
  async add(tx: CommandTx, row: Case, one: Correction, { points, names, by }: Brought): Promise<Answered> {
    const brought = [...(one.brought ?? []), ...points];
    const left = awaitedPoints(one.points, brought).length;
    Object.assign(one, { brought }, left === 0 ? { status: 'answered', closedAt: tx.now, closedBy: by } : {});
    await this.shelf.save(tx, one);
    const resumed = left === 0 ? await this.pauses.end(tx, row, one.id, { staffId: by, outcome: '补正收齐' }) : null;
    const data = { points: [...names], left, ...resumed?.facts };
    return { left, changes: { ...resumed?.changes }, event: { action: 'correction.takeIn', taskId: one.taskId, data } };
  }
}
