import { randomBytes } from 'node:crypto';
import type { CaseDetail, Endpoints, InputOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { NO_AGENT } from '../../applicants/index.js';
import { authorOf, type Case, CaseStore, NO_FOLLOW_UP, NO_STANDING } from '../../cases/index.js';
import { CaseView } from '../../case-view/index.js';
import { ItemVersions, type KnownVersion, presetAnswers } from '../../catalogue/index.js';
import { Organisation } from '../../organisation/index.js';
import type { OutageReceipt } from '../../outage/index.js';
import { type CommandContext, CommandRunner, type CommandTx, newId } from '../../platform/index.js';
import { DraftEditor } from '../draft-editor.js';
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
      const { changes, applicant } = await this.editor.edit(tx, ctx, { row, version, applicant: null }, { ...edits, answers });
      Object.assign(row, changes, await takenOnPaper?.(tx, hallId));
      await this.cases.insert(tx, row, author, {
        action: 'openDraft',
        toStatus: 'draft',
        data: { itemName: row.itemName, versionId: version.id, ...(row.outageNo === null ? {} : { outageNo: row.outageNo }) },
      });
      return await this.view.present(tx, row, ctx.actor, { applicant, materials: [], files: [] });
    });
  }
}

interface Place {
  hallId: string;
  districtCode: string;
  counterId: string | null;
  createdBy: string;
  now: Date;
}

function emptyCase({ id, itemId, name, departmentId, definition }: KnownVersion, { now, ...place }: Place): Case {
  return {
    ...NO_AGENT,
    ...NO_STANDING,
    ...NO_FOLLOW_UP,
    ...place,
    id: newId(),
    caseNo: null,
    status: 'draft',
    version: 1,
    itemId,
    itemVersionId: id,
    itemName: name,
    departmentId,
    applicantId: null,
    applicantName: null,
    title: name,
    answers: {},
    form: {},
    formSources: {},
    formCorrections: {},
    createdAt: now,
    draftSavedAt: now,
    receivedAt: null,
    acceptedAt: null,
    acceptedOn: null,
    statutoryLimit: definition.statutoryLimit,
    promisedLimit: definition.promisedLimit,
    statutoryDue: null,
    promisedDue: null,
    statutoryProvisional: false,
    promisedProvisional: false,
    decision: null,
    decisionReason: null,
    decidedAt: null,
    decidedOn: null,
    decidedBy: null,
    readyAt: null,
    concludedAt: null,
    endReason: null,
    feeCents: definition.feeCents,
    feeReceiptNo: null,
    supplementCount: 0,
    // R10.3: what the receipt's QR code carries; nobody can guess it.
    progressToken: randomBytes(24).toString('base64url'),
    eventCount: 0,
    eventHead: null,
  };
}
