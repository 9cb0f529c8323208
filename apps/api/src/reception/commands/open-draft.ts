import type { CaseDetail, Endpoints, InputOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { authorOf, CaseStore } from '../../cases/index.js';
import { CaseView } from '../../case-view/index.js';
import { ItemVersions, presetAnswers } from '../../catalogue/index.js';
import { Organisation } from '../../organisation/index.js';
import type { OutageReceipt } from '../../outage/index.js';
import { type CommandContext, CommandRunner, type CommandTx } from '../../platform/index.js';
import { DraftEditor } from '../draft-editor.js';
import { overrideFacts } from '../draft-forms.js';
import { emptyCase } from '../empty-case.js';
import { HallMissing } from '../reception-problems.js';

/** Opens a draft at the counter, pinned to the version that is published now. */
@Injectable()
export class OpenDraft {
  constructor(
    private readonly runner: CommandRunner,
    private readonly cases: CaseStore,
    private readonly versions: ItemVersions,
    private readonly organisation: Organisation,
    private readonly editor: DraftEditor,
    private readonly view: CaseView,
  ) {}

  /** @param takenOnPaper R10.5: checks the paper on which the case was taken during an outage, in the same transaction */
  async run(
    ctx: CommandContext,
    { body }: Pick<InputOf<Endpoints['openDraft']>, 'body'>,
    takenOnPaper?: (tx: CommandTx, hallId: string) => Promise<OutageReceipt>,
  ): Promise<CaseDetail> {
    const { hallId } = ctx.actor;
    if (hallId === null) throw new HallMissing();
    const hall = await this.organisation.hall(hallId);
    const districtCode = await this.organisation.districtOf(hall.regionCode);
    const author = authorOf(ctx, await this.organisation.placeOf(ctx.actor));
    return await this.runner.run(ctx, async (tx) => {
      const version = await this.versions.getOpen(body.itemVersionId, tx);
      const row = emptyCase(version, { hallId, districtCode, counterId: ctx.actor.counterId, createdBy: ctx.actor.staffId, now: tx.now });
      const { itemVersionId: _pinned, ...edits } = body;
      const answers = { ...presetAnswers(version.definition.questions), ...body.answers };
      const { changes, applicant, overridden } = await this.editor.edit(tx, ctx, { row, version, applicant: null }, { ...edits, answers });
      Object.assign(row, changes, await takenOnPaper?.(tx, hallId));
      await this.cases.insert(tx, row, author, {
        action: 'openDraft',
        toStatus: 'draft',
        data: {
          itemName: row.itemName,
          versionId: version.id,
          ...(row.outageNo === null ? {} : { outageNo: row.outageNo }),
          ...overrideFacts(overridden),
        },
      });
      return await this.view.present(tx, row, ctx.actor, { applicant, materials: [], files: [] });
    });
  }
}
