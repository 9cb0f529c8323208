import type { Endpoints, InputOf, PreviewedKind } from '@onewindow/contracts';
import { CASE_STATUS_LABELS, type CaseStatus, DomainError, noticesAhead } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { WorkingCalendars } from '../calendar/index.js';
import type { Case } from '../cases/index.js';
import { type NoticeCommon, type NoticeInput, NoticePreviews } from '../notices/index.js';
import { type Actor, Clock } from '../platform/index.js';
import { acceptStep, type CounterCase, CounterDesk } from '../reception/index.js';

class NothingToPreview extends DomainError {
  constructor(status: CaseStatus) {
    super({
      code: 'notice.nothing-to-preview',
      title: `本件“${CASE_STATUS_LABELS[status]}”，不会再出这份文书。刷新办件。`,
      kind: 'state',
      facts: { status },
    });
  }
}

type Desk = Omit<CounterCase, 'files' | 'author'>;

/** The paper before it is issued: the case is carried forward on a copy, nothing is written. */
@Injectable()
export class PreviewNotice {
  constructor(
    private readonly desk: CounterDesk,
    private readonly calendars: WorkingCalendars,
    private readonly previews: NoticePreviews,
    private readonly clock: Clock,
  ) {}

  /** @throws CaseNotFound, NothingToPreview, NoticeUnprintable */
  async run(actor: Actor, { params, body }: InputOf<Endpoints['previewNotice']>): Promise<Uint8Array> {
    const on = await this.desk.lookAtAll(actor, params.id);
    if (!noticesAhead(on.row.status).includes(body.kind)) throw new NothingToPreview(on.row.status);
    const now = this.clock.now();
    const row = await this.carriedForward(on, body.kind, now);
    const common: NoticeCommon = {
      row,
      definition: on.version.definition,
      applicantKind: on.applicant?.kind ?? 'natural',
      issuedBy: { staffId: actor.staffId, name: actor.name },
    };
    return await this.previews.render(inputOf(common, on, body), now);
  }

  /** The row as the command would leave it, as far as the paper shows it. */
  private async carriedForward({ row }: Desk, kind: PreviewedKind, now: Date): Promise<Case> {
    const received: Case = { ...row, counterId: row.counterId, receivedAt: row.receivedAt ?? now };
    if (kind !== 'acceptance') return received;
    const ready: Case = { ...received, status: 'received' };
    // The day of a last paper that arrived after a supplement is worked out when it is accepted; until then it is today.
    const supplement = row.supplementCount === 0 ? null : { lastPaperOn: null, isBrought: false };
    const step = acceptStep({ row: ready, supplement, calendar: await this.calendars.current(), now });
    return { ...ready, ...step.changes };
  }
}

function inputOf(common: NoticeCommon, { materials }: Desk, body: InputOf<Endpoints['previewNotice']>['body']): NoticeInput {
  switch (body.kind) {
    case 'receipt':
    case 'acceptance':
      return { ...common, kind: body.kind, materials };
    case 'supplement':
      return { ...common, kind: 'supplement', materials, ...(body.text ? { text: body.text } : {}) };
    case 'decline':
    case 'withdrawal':
      return { ...common, kind: body.kind, reason: body.reason ?? '' };
  }
}
