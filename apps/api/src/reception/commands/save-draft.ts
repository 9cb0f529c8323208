import type { CaseDetail, Endpoints, InputOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '../../cases/index.js';
import { CaseView } from '../../case-view/index.js';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { CounterDesk } from '../counter-desk.js';
import { DraftEditor } from '../draft-editor.js';
import { overrideFacts } from '../draft-forms.js';
import { letGoOfPapers } from '../replaced-applicant.js';

/** 暂存: keeps what is typed; until acceptance errors are corrected on the spot (R2.2). */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly runner: CommandRunner,
    private readonly desk: CounterDesk,
    private readonly cases: CaseStore,
    private readonly editor: DraftEditor,
    private readonly view: CaseView,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<Endpoints['saveDraft']>): Promise<CaseDetail> {
    return this.runner.run(ctx, async (tx) => {
      const { expectedVersion, ...edits } = body;
      const on = await this.desk.takeOpen(tx, ctx, params.id, expectedVersion);
      const { row, version } = on;
      const { changes, applicant, isReplaced, sections, corrected, overridden } = await this.editor.edit(tx, ctx, on, edits);
      const letGo = isReplaced ? await letGoOfPapers(tx, row.id, version, on, ctx.actor.staffId) : null;
      const { materials, files } = letGo ?? on;
      // A reason is kept with the open case that it is about, which may have come up since the applicant was entered.
      const { duplicateOf, duplicateReason } = row;
      await this.cases.save(tx, row, { duplicateOf, duplicateReason, ...changes }, on.author, [
        {
          action: 'saveDraft',
          data: {
            sections,
            ...(corrected.length > 0 ? { corrected } : {}),
            ...overrideFacts(overridden),
          },
        },
        ...(letGo ? [letGo.event] : []),
      ]);
      return await this.view.present(tx, row, ctx.actor, { applicant, materials, files });
    });
  }
}
