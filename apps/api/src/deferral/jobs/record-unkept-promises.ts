import { promiseState, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore, SYSTEM_AUTHOR } from '../../cases/index.js';
import { PromiseLedger } from '../../credit/index.js';
import { type CommandTx, sql } from '../../platform/index.js';
import { endedOn, PromiseSteps } from '../promise-steps.js';

/** One run does at most this many, so that a long standstill is worked off in several transactions. */
const AT_ONCE = 200;

/** Cases of promises whose day has passed, without those whose paper came in time and awaits its verdict. Locked in the order of their ids. */
const DUE = sql<{ caseId: string; code: string }>(
  `SELECT case_id AS "caseId", code
     FROM (SELECT case_id, code FROM deferred_material
            WHERE settled_at IS NULL AND unkept_on IS NULL AND due_on < $1 AND (arrived_on IS NULL OR arrived_on > due_on)
            ORDER BY due_on, case_id, code LIMIT $2) due
    ORDER BY case_id, code`,
);

/**
 * R4.4: promises whose day passed are found in the database, even after days of standstill, and recorded once: the sweep runs in one
 * worker at a time, and the case is locked against the clerk who takes the paper in at that moment.
 */
@Injectable()
export class UnkeptPromises {
  constructor(
    private readonly cases: CaseStore,
    private readonly ledger: PromiseLedger,
    private readonly steps: PromiseSteps,
  ) {}

  async run(tx: CommandTx): Promise<void> {
    const today = shanghaiToday(tx.now);
    for (const { caseId, code } of await tx.query(DUE, [today, AT_ONCE])) {
      const row = await this.cases.lockForSystem(tx, caseId);
      const promise = await this.ledger.find(tx, caseId, code);
      if (!promise || promise.settledAt !== null) continue;
      const state = promiseState({ dueOn: promise.dueOn, arrivedOn: promise.arrivedOn, endedOn: endedOn(row), today });
      if (state === 'lapsed') await this.ledger.settle(tx, caseId, code, null);
      if (state !== 'unkept') continue;
      const events = await this.steps.fail(tx, promise);
      if (events.length > 0) await this.cases.note(tx, row, SYSTEM_AUTHOR, events);
      // A case that ended owes nothing any more; the promise stays on record as unkept.
      if (endedOn(row) !== null) await this.ledger.settle(tx, caseId, code, promise.arrivedOn);
    }
  }
}
