import type { CaseDetail } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { BundleOpening } from '../bundles/index.js';
import { WorkingCalendars } from '../calendar/index.js';
import { CaseStore } from '../cases/index.js';
import { CaseView, type Hindrance, hindrancesOf, readSupplement } from '../case-view/index.js';
import { type CommandContext, type CommandTx } from '../platform/index.js';
import { RouteRunner } from '../review/index.js';
import { shanghaiToday, silenceAcceptsOn, libraryKeyOf } from '@onewindow/domain';
import { AcceptancePapers } from './acceptance-papers.js';
import type { CounterCase } from './counter-desk.js';
import { issuing, noticeRead } from './notice-facts.js';
import { CaseNotAcceptable } from './reception-problems.js';
import { acceptStep, type Before } from './reception-steps.js';
import { SilenceNews } from './silence-news.js';

/** 受理: the end of `accept`, and of a `takeIn` that completes the papers. */
@Injectable()
export class CaseAcceptor {
  constructor(
    private readonly cases: CaseStore,
    private readonly calendars: WorkingCalendars,
    private readonly routes: RouteRunner,
    private readonly papers: AcceptancePapers,
    private readonly view: CaseView,
    private readonly bundles: BundleOpening,
    private readonly silence: SilenceNews,
  ) {}

  /** @throws CaseNotAcceptable (422, `case.not-acceptable`) naming every hindrance */
  async requireAcceptable(tx: CommandTx, desk: CounterCase): Promise<void> {
    const hindrances = [...hindrancesOf({ ...desk, today: shanghaiToday(tx.now) }), ...(await this.papers.hindrances(tx, desk))];
    if (desk.version.definition.bundle) hindrances.push(...(await this.bundles.closed(tx, desk.row, desk.version)));
    if (hindrances.length > 0) throw new CaseNotAcceptable(hindrances);
  }

  /** R4: what of the deferred materials hinders acceptance; asks nothing where none is deferred. */
  promiseHindrances(tx: CommandTx, desk: CounterCase): Promise<Hindrance[]> {
    return this.papers.hindrances(tx, desk);
  }

  /**
   * Accepts, saves, starts the route and serves the notice.
   * @param desk a case whose row is already changed to `received`
   * @param before what the same command did earlier: changes that are on the row already, and their events
   */
  async accept(tx: CommandTx, ctx: CommandContext, desk: CounterCase, before: Before): Promise<CaseDetail> {
    const { row, version, materials, author } = desk;
    const supplement = await readSupplement(tx, row, version.definition, materials);
    const calendar = await this.calendars.current();
    const step = acceptStep({ row, supplement, calendar, now: tx.now });
    const { duplicateOf, duplicateReason } = row;
    const changes = { ...before.changes, duplicateOf, duplicateReason, ...step.changes };
    Object.assign(row, changes);
    // R2.4: where silence had accepted before, the first steps are as late as the answer is.
    const receivedOn = step.changes.deemedAccepted === true ? row.acceptedOn : null;
    const silentSince = receivedOn === null ? undefined : silenceAcceptsOn({ receivedOn, calendar });
    // An instant item has no steps: the counter decides it in the same sitting.
    const opened = await this.routes.start(tx, row, version.definition, silentSince);
    if (silentSince !== undefined) await this.silence.tell(tx, row);
    // What the clerk verified goes into the applicant's library, behind the acceptance.
    if (hasShelvable(desk)) tx.appendOutbox('shelve-materials', { caseId: row.id });
    const [, notices] = await Promise.all([
      this.cases.save(tx, row, changes, author, [...before.events, step.event, ...opened]),
      this.papers.serve(tx, desk, issuing(desk, ctx.actor)),
    ]);
    if (version.definition.bundle) await this.bundles.accept(tx, author, row, version, desk.files);
    // A case that was a draft a moment ago has these notices and no others.
    const isFirst = before.events.some((event) => event.action === 'receive');
    const { applicant, files } = desk;
    return await this.view.present(tx, row, ctx.actor, {
      applicant,
      materials,
      files,
      ...(isFirst ? { notices: notices.map(noticeRead) } : {}),
    });
  }
}

/** Is there a paper that its item keeps for the applicant's next case (R7)? Known from what the command has in hand. */
export function hasShelvable({ version, materials, files }: Pick<CounterCase, 'version' | 'materials' | 'files'>): boolean {
  return version.definition.materials.some(
    ({ code, ...shelf }) =>
      libraryKeyOf(shelf) !== null &&
      materials.some((one) => one.code === code && one.verdict === 'qualified') &&
      files.some((file) => file.materialCode === code && !file.libraryId),
  );
}
