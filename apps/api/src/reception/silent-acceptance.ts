import { isDeemedAccepted, shanghaiDateOf, shanghaiToday, silenceAcceptsOn } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { APPLICANT_SELECT, type Applicant } from '../applicants/index.js';
import { BundleOpening } from '../bundles/index.js';
import { WorkingCalendars } from '../calendar/index.js';
import { CaseStore, SYSTEM_AUTHOR } from '../cases/index.js';
import { FILES_OF_CASE, MATERIALS_OF_CASE } from '../case-view/index.js';
import { ItemVersions } from '../catalogue/index.js';
import { type CommandTx, sql } from '../platform/index.js';
import { RouteRunner } from '../review/index.js';
import { AcceptancePapers } from './acceptance-papers.js';
import { hasShelvable } from './case-acceptor.js';
import { acceptStep } from './reception-steps.js';
import { SilenceNews } from './silence-news.js';

const APPLICANT = sql<Applicant>(`SELECT ${APPLICANT_SELECT} FROM applicant a WHERE a.id = $1`);
/**
 * R4.3, R4.4: nobody is bound to a day that is over before the acceptance: the paper is missing like whatever else silence accepts without.
 */
const LAPSE_DEFERRED = sql<{ code: string }>(
  `UPDATE case_material SET verdict = 'missing', due_on = NULL WHERE case_id = $1 AND verdict = 'deferred' AND due_on < $2 RETURNING code`,
);

/** 逾期视为受理 (R2.4): dated to the day of receipt, whatever is missing; the notice is served and the supervisors are told. */
@Injectable()
export class SilentAcceptance {
  constructor(
    private readonly cases: CaseStore,
    private readonly calendars: WorkingCalendars,
    private readonly versions: ItemVersions,
    private readonly routes: RouteRunner,
    private readonly papers: AcceptancePapers,
    private readonly news: SilenceNews,
    private readonly bundles: BundleOpening,
  ) {}

  /** Accepts the case if it is still silent; one that was answered meanwhile is left alone, so that a second job changes nothing. */
  async accept(tx: CommandTx, caseId: string): Promise<void> {
    const row = await this.cases.lockForSystem(tx, caseId);
    const calendar = await this.calendars.current();
    if (row.status !== 'received' || row.receivedAt === null) return;
    const receivedOn = shanghaiDateOf(row.receivedAt);
    const silence = { receivedOn, calendar, today: shanghaiToday(tx.now), supplementServed: row.supplementCount > 0 };
    if (!isDeemedAccepted(silence)) return;
    const version = await this.versions.get(row.itemVersionId, tx);
    const { definition } = version;
    const [lapsed, files] = await Promise.all([tx.query(LAPSE_DEFERRED, [caseId, silence.today]), tx.query(FILES_OF_CASE, [caseId])]);
    const materials = await tx.query(MATERIALS_OF_CASE, [caseId]);
    const step = acceptStep({ row, supplement: null, calendar, now: tx.now, deemed: true });
    Object.assign(row, step.changes);
    const opened = await this.routes.start(tx, row, definition, silenceAcceptsOn({ receivedOn, calendar }));
    // R7: what a clerk verified is kept for the next case, whoever accepted this one.
    if (hasShelvable({ version, materials, files })) tx.appendOutbox('shelve-materials', { caseId });
    const [applicant] = await tx.query(APPLICANT, [row.applicantId]);
    await this.news.tell(tx, row);
    const data = { ...step.event.data, ...(lapsed.length > 0 ? { lapsed: lapsed.map(({ code }) => code) } : {}) };
    await this.cases.save(tx, row, step.changes, SYSTEM_AUTHOR, [{ ...step.event, data }, ...opened]);
    const common = { row, definition, applicantKind: applicant?.kind ?? ('natural' as const), issuedBy: null };
    await this.papers.serve(tx, { row, version, materials }, common);
    if (definition.bundle) await this.bundles.accept(tx, SYSTEM_AUTHOR, row, version, files);
  }
}
