import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { DomainError, PREVIEW_WATERMARK, shanghaiDayStart, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type Applicant, FIND_APPLICANT, SEALED_COLUMNS } from '../../applicants/index.js';
import type { StampedFile } from '../../case-view/index.js';
import { CaseNotFound, CaseStore } from '../../cases/index.js';
import { ApplicantLicences } from '../../licences/index.js';
import { type CommandContext, CommandRunner, type CommandTx, hasRole, Sealer } from '../../platform/index.js';
import { ApplicantProfiles } from '../applicant-profiles.js';

class ApplicantNotEntered extends DomainError {
  constructor() {
    super({ code: 'case.applicant-missing', title: '本件还没有申请人。先读卡或输入证件号。', kind: 'not-found' });
  }
}

class LicenceNotFound extends DomainError {
  constructor() {
    super({ code: 'licence.not-found', title: '申请人没有这份电子证照，或者证照库没有它的文件。刷新本件。', kind: 'not-found' });
  }
}

/** What is known of the applicant of a case that lies at the clerk's hall; each reading is recorded like a look-up (R11). */
@Injectable()
export class ReadApplicantProfile {
  constructor(
    private readonly runner: CommandRunner,
    private readonly cases: CaseStore,
    private readonly profiles: ApplicantProfiles,
    private readonly licences: ApplicantLicences,
    private readonly sealer: Sealer,
  ) {}

  run(ctx: CommandContext, { params }: InputOf<Endpoints['getApplicantProfile']>): Promise<ResponseOf<Endpoints['getApplicantProfile']>> {
    return this.runner.run(ctx, async (tx) => {
      const applicant = await this.applicantOf(tx, ctx, params.id, {});
      const { identityType, identitySealed } = applicant;
      const identityNumber = this.sealer.open(identitySealed, SEALED_COLUMNS.applicantIdentity);
      return await this.profiles.of(tx, ctx, { identityType, identityNumber, applicant }, shanghaiToday(tx.now));
    });
  }

  /** The document of one licence, as a copy that is looked at alone (R7). @throws LicenceNotFound for another's, and where no file is kept */
  async file(ctx: CommandContext, { params }: InputOf<Endpoints['getLicenceFile']>): Promise<StampedFile> {
    return await this.runner.run(ctx, async (tx) => {
      const applicant = await this.applicantOf(tx, ctx, params.id, { licenceId: params.licenceId });
      const licence = await this.licences.find(applicant, params.licenceId);
      if (!licence?.file) throw new LicenceNotFound();
      const { sha256, name } = licence.file;
      return { sha256, name, words: PREVIEW_WATERMARK, at: shanghaiDayStart(shanghaiToday(tx.now)) };
    });
  }

  private async applicantOf(tx: CommandTx, ctx: CommandContext, caseId: string, detail: { licenceId?: string }): Promise<Applicant> {
    const row = await this.cases.get(ctx.actor, caseId, tx);
    // A hall that only hands out sees the case, not the person's other affairs.
    if (!hasRole(ctx.actor, 'clerk') || row.hallId !== ctx.actor.hallId) throw new CaseNotFound();
    const [applicant] = row.applicantId === null ? [] : await tx.query(FIND_APPLICANT, [row.applicantId]);
    if (!applicant) throw new ApplicantNotEntered();
    tx.audit({
      action: 'applicant.looked-up',
      actorId: ctx.actor.staffId,
      ip: ctx.ip,
      subjectType: 'applicant',
      subjectId: applicant.id,
      detail: { caseId, ...detail },
    });
    return applicant;
  }
}
