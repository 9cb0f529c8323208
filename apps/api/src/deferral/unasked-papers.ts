import { promiseState, shanghaiToday } from '@onewindow/domain';
import type { ItemDefinition } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import type { Case, EventInput } from '../cases/index.js';
import type { MaterialRead } from '../case-view/index.js';
import { PromiseLedger } from '../credit/index.js';
import { type CommandTx, sql } from '../platform/index.js';
import { askedCodes } from './deferral-rules.js';
import { PromiseSteps } from './promise-steps.js';

type Absent = 'deferred' | 'promised';

const LET_GO = sql(
  `UPDATE case_material SET verdict = 'missing', due_on = NULL, defect = NULL, faulty_points = NULL
    WHERE case_id = $1 AND code = ANY($2::varchar[])`,
);
const OWE = sql(
  `UPDATE case_material m SET verdict = 'deferred', due_on = d.due_on FROM deferred_material d
    WHERE m.case_id = $1 AND m.code = ANY($2::varchar[]) AND d.case_id = m.case_id AND d.code = m.code`,
);

/** R4: a paper that was let follow, and that the answers or the form do not ask for any more, is owed by nobody and holds no result back. */
@Injectable()
export class UnaskedPapers {
  constructor(
    private readonly ledger: PromiseLedger,
    private readonly steps: PromiseSteps,
  ) {}

  /**
   * The case must be locked. A promise whose day has passed was broken before it fell away, and stays on record so.
   * @param which at acceptance both; what was signed then (告知承诺) is checked, whatever becomes of the form
   * @returns what is told
   */
  async letGo(
    tx: CommandTx,
    row: Pick<Case, 'id' | 'answers' | 'form'>,
    definition: Pick<ItemDefinition, 'materials'>,
    materials: readonly MaterialRead[],
    which: readonly Absent[],
  ): Promise<EventInput[]> {
    const absent = materials.filter(({ verdict }) => which.some((one) => one === verdict));
    if (absent.length === 0) return [];
    const asked = askedCodes(row, definition);
    const codes = absent.map(({ code }) => code).filter((code) => !asked.has(code));
    if (codes.length === 0) return [];
    await tx.query(LET_GO, [row.id, codes]);
    const told = [];
    for (const code of codes) told.push(...(await this.lapse(tx, row.id, code)));
    return told;
  }

  /**
   * The other way round: a form that was corrected back asks once more for what was let go of, and the promise stands again.
   * @returns what is told
   */
  async takeBack(
    tx: CommandTx,
    row: Pick<Case, 'id' | 'answers' | 'form'>,
    definition: Pick<ItemDefinition, 'materials'>,
    materials: readonly MaterialRead[],
  ): Promise<EventInput[]> {
    const missing = materials.filter(({ verdict }) => verdict === 'missing');
    if (missing.length === 0) return [];
    const asked = askedCodes(row, definition);
    const codes = missing.map(({ code }) => code).filter((code) => asked.has(code));
    const owed = codes.length === 0 ? [] : await this.ledger.reopen(tx, row.id, codes);
    if (owed.length === 0) return [];
    await tx.query(OWE, [row.id, owed.map(({ code }) => code)]);
    return owed.map(({ code, materialName, dueOn }) => ({ action: 'promise.stand', data: { material: code, materialName, dueOn } }));
  }

  private async lapse(tx: CommandTx, caseId: string, code: string): Promise<EventInput[]> {
    const promise = await this.ledger.find(tx, caseId, code);
    if (promise === null || promise.settledAt !== null) return [];
    const today = shanghaiToday(tx.now);
    const { materialName, dueOn, arrivedOn } = promise;
    const isBroken = promiseState({ dueOn, arrivedOn, endedOn: today, today }) === 'unkept';
    const broken = isBroken ? await this.steps.fail(tx, promise) : [];
    await this.ledger.settle(tx, caseId, code, arrivedOn);
    return [...broken, { action: 'promise.lapse', data: { material: code, materialName } }];
  }
}
