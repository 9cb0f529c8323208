import type { NoticeView } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import type { Hindrance } from '../case-view/index.js';
import { deferredOf, DeferralRules, promisedOf, UnaskedPapers } from '../deferral/index.js';
import { type NoticeCommon, NoticeIssuer } from '../notices/index.js';
import type { CommandTx } from '../platform/index.js';
import type { CounterCase } from './counter-desk.js';

/** What acceptance puts on paper: its notice; of deferred materials the notice of deferral; of every promise the commitment (R4.3). */
@Injectable()
export class AcceptancePapers {
  constructor(
    private readonly rules: DeferralRules,
    private readonly unasked: UnaskedPapers,
    private readonly notices: NoticeIssuer,
  ) {}

  /** R4 once more: what was deferred must still be within the quota and its days. */
  hindrances(tx: CommandTx, desk: CounterCase): Promise<Hindrance[]> {
    return this.rules.hindrances(tx, desk, tx.now);
  }

  /**
   * Serves the notices, in the order of their kinds, and binds the applicant to the promised days. The row must be accepted.
   * @param common what every notice of the command says
   */
  async serve(tx: CommandTx, desk: Pick<CounterCase, 'row' | 'version' | 'materials'>, common: NoticeCommon): Promise<NoticeView[]> {
    const { row, version, materials } = desk;
    // No verdict changes after acceptance: what stayed behind an answer that was changed would be owed for ever.
    await this.unasked.letGo(tx, row, version.definition, materials, ['deferred', 'promised']);
    const acceptance = await this.notices.issue(tx, { ...common, kind: 'acceptance', materials });
    const deferred = deferredOf(row, version.definition, materials);
    const commitments = promisedOf(row, version.definition, materials).map(({ name, words }) => ({ name, words }));
    if (deferred.length === 0 && commitments.length === 0) return [acceptance];
    await this.rules.bind(tx, row, version.definition, materials);
    const deferral = deferred.length === 0 ? [] : [await this.notices.issue(tx, { ...common, kind: 'deferral', materials, deferred })];
    return [acceptance, ...deferral, await this.notices.issue(tx, { ...common, kind: 'commitment', deferred, commitments })];
  }
}
