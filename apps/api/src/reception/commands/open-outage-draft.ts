import type { CaseDetail, Endpoints, InputOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { OutageNoUsed, OutagePapers } from '../../outage/index.js';
import { type CommandContext, violatedConstraint } from '../../platform/index.js';
import { OpenDraft } from './open-draft.js';

/** 停机补录 (R10.5): a draft under the number of its paper and the true time of receipt. From there on it goes the counter's way. */
@Injectable()
export class OpenOutageDraft {
  constructor(
    private readonly opening: OpenDraft,
    private readonly papers: OutagePapers,
  ) {}

  async run(ctx: CommandContext, { body }: InputOf<Endpoints['openOutageDraft']>): Promise<CaseDetail> {
    const { itemVersionId, ...paper } = body;
    try {
      return await this.opening.run(ctx, { body: { itemVersionId } }, (tx, hallId) => this.papers.check(tx, hallId, paper));
    } catch (error) {
      // Two clerks with one paper at once: the index tells the second.
      if (violatedConstraint(error) === 'cases_outage_no') throw new OutageNoUsed(body.outageNo.trim().toUpperCase());
      throw error;
    }
  }
}
