import type { endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { mayServeElsewhere, parseCaseNo, plainNumber } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { IDENTITY_PURPOSE } from '../applicants/index.js';
import { ItemVersions } from '../catalogue/index.js';
import { Organisation } from '../organisation/index.js';
import {
  type Actor,
  type AuditInput,
  type CommandContext,
  CommandRunner,
  type CommandTx,
  Database,
  decodeCursor,
  pageOf,
  Sealer,
} from '../platform/index.js';
import { ReadyRows } from './ready-rows.js';
import {
  APPLICANT_OF_READY,
  APPLICANTS_BY_IDENTITY,
  BEGINNING,
  COUNT_READY,
  COUNT_READY_OF_APPLICANTS,
  COUNT_READY_SOUGHT,
  LIST_READY,
  LIST_READY_OF,
  READY_OF_APPLICANTS,
  type ReadyRecord,
  VERSIONS_READY,
} from './ready.statements.js';

/** What lies ready at this window (R6.2): the list, and the search by what a person brings along. */
@Injectable()
export class ReadyResults {
  constructor(
    private readonly database: Database,
    private readonly runner: CommandRunner,
    private readonly sealer: Sealer,
    private readonly organisation: Organisation,
    private readonly versions: ItemVersions,
    private readonly rows: ReadyRows,
  ) {}

  async list(actor: Actor, { query }: InputOf<typeof endpoints.listReady>): Promise<ResponseOf<typeof endpoints.listReady>> {
    const { applicantId = null, q = null, limit } = query;
    const after = query.cursor ? decodeCursor(query.cursor, ['string', 'string']) : BEGINNING;
    const scope = await this.scopeOf(actor, this.database);
    const parameters = [...scope, ...after, limit + 1, q];
    const [found, [count]] = await Promise.all([
      applicantId === null ? this.database.query(LIST_READY, parameters) : this.database.query(LIST_READY_OF, [...parameters, applicantId]),
      applicantId === null && q === null
        ? this.database.query(COUNT_READY, scope)
        : this.database.query(COUNT_READY_SOUGHT, [...scope, applicantId, q]),
    ]);
    const { rows, nextCursor } = pageOf(found, limit, (row) => [row.readyAt.toISOString(), row.caseId]);
    return { items: await this.rows.present(rows, actor), nextCursor, total: count?.total ?? 0 };
  }

  /** Finds by case number or identity number and records the look-up (R11): all that is ready here for the applicants whose number it is. */
  find(ctx: CommandContext, { body }: InputOf<typeof endpoints.findReady>): Promise<ResponseOf<typeof endpoints.findReady>> {
    return this.runner.run(ctx, async (tx) => {
      const scope = await this.scopeOf(ctx.actor, tx);
      const number = parseCaseNo(body.code);
      const applicants = number.ok
        ? await tx.query(APPLICANT_OF_READY, [number.value.caseNo])
        : await tx.query(APPLICANTS_BY_IDENTITY, [this.indexOf(body.code), scope[1]]);
      const ids = applicants.map((one) => one.applicantId);
      const found = ids.length === 0 ? [] : await tx.query(READY_OF_APPLICANTS, [...scope, ids]);
      const [count] = ids.length === 0 ? [] : await tx.query(COUNT_READY_OF_APPLICANTS, [...scope, ids]);
      this.record(tx, ctx, number.ok ? 'case.looked-up' : 'applicant.looked-up', found);
      return { items: await this.rows.present(found, ctx.actor), total: count?.total ?? 0 };
    });
  }

  /** An entry for each applicant of whom something was shown, and one when nothing was. */
  private record(tx: CommandTx, ctx: CommandContext, action: AuditInput['action'], found: readonly ReadyRecord[]): void {
    const applicants = new Set(found.map(({ applicantId }) => applicantId));
    for (const subjectId of applicants.size === 0 ? [null] : applicants) {
      const subject = subjectId === null ? {} : { subjectType: 'applicant', subjectId };
      const detail = { at: 'ready-results', found: found.filter(({ applicantId }) => applicantId === subjectId).length };
      tx.audit({ action, actorId: ctx.actor.staffId, ip: ctx.ip, ...subject, detail });
    }
  }

  private indexOf(typed: string): string {
    return this.sealer.blindIndex(plainNumber(typed), IDENTITY_PURPOSE);
  }

  /** R6.2, R11: the hall, its district, and the versions of which it may also hand out what other halls of the district made. */
  private async scopeOf(
    { hallId, regionCode }: Actor,
    reader: Pick<CommandTx, 'query'>,
  ): Promise<[hallId: string | null, district: string, versions: readonly string[]]> {
    const district = await this.organisation.districtOf(regionCode);
    const met = await Promise.all((await reader.query(VERSIONS_READY, [district])).map(({ id }) => this.versions.get(id, reader)));
    const served = met.filter(({ definition }) =>
      mayServeElsewhere({ isRegional: definition.scope === 'region', caseDistrict: district, counterDistrict: district }),
    );
    return [hallId, district, served.map(({ id }) => id)];
  }
}
