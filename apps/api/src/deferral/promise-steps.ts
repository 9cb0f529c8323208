import { type IsoDate, shanghaiDateOf, unkeptOn } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { Case, EventInput } from '../cases/index.js';
import { type DeferredMaterial, PromiseLedger } from '../credit/index.js';
import type { CommandTx } from '../platform/index.js';

/** R4.4: the day on which a case stopped asking for papers: it ended, or was denied. Null while it goes on. */
export function endedOn({ status, decision, decidedOn, concludedAt }: Case): IsoDate | null {
  if (decision === 'deny') return decidedOn;
  const goesOn = status === 'accepted' || status === 'decided' || status === 'ready';
  return goesOn || concludedAt === null ? null : shanghaiDateOf(concludedAt);
}

/** Records promises as unkept: by the sweeper when due, or by the clerk who takes the paper in too late; once either way (R4.4). */
@Injectable()
export class PromiseSteps {
  constructor(private readonly ledger: PromiseLedger) {}

  /**
   * The case must be locked. Dated to the day after the last one, whenever it is found.
   * @returns the event that tells it; nothing when it was on record before
   */
  async fail(tx: CommandTx, promise: DeferredMaterial): Promise<EventInput[]> {
    const on = unkeptOn(promise.dueOn);
    const { caseId, code, materialName, dueOn } = promise;
    if (!(await this.ledger.fail(tx, caseId, code, on))) return [];
    return [{ action: 'promise.unkept', data: { material: code, materialName, dueOn, unkeptOn: on } }];
  }
}
