import type { endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { parseCaseNo } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { IDENTITY_PURPOSE, plainNumber } from '../applicants/index.js';
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
import { APPLICANT_OF_READY, APPLICANTS_BY_IDENTITY, LIST_READY, READY_OF_APPLICANTS, type ReadyRecord } from './result.statements.js';

/** What lies ready at this window (R6.2): the list, and the search by what a person brings along. */
@Injectable()
export class ReadyResults {
  constructor(
    private readonly database: Database,
    private readonly runner: CommandRunner,
    private readonly sealer: Sealer,
    private readonly organisation: Organisation,
    private readonly rows: ReadyRows,
  ) {}

  async list(actor: Actor, { query }: InputOf<typeof endpoints.listReady>): Promise<ResponseOf<typeof endpoints.listReady>> {
    const [readyAt, id] = query.cursor ? decodeCursor(query.cursor, ['string', 'string']) : [null, null];
    const scope = await this.scopeOf(actor);
    const parameters = [...scope, query.limit + 1, query.applicantId ?? null, query.q ?? null, readyAt, id];
    const found = await this.database.query(LIST_READY, parameters);
    const { rows, nextCursor } = pageOf(found, query.limit, (row) => [row.readyAt.toISOString(), row.caseId]);
    return { items: await this.rows.present(rows, actor), nextCursor };
  }

  /** Finds by case number or identity number and records the look-up (R11): all that is ready here for the same applicant. */
  find(ctx: CommandContext, { body }: InputOf<typeof endpoints.findReady>): Promise<ResponseOf<typeof endpoints.findReady>> {
    return this.runner.run(ctx, async (tx) => {
      const scope = await this.scopeOf(ctx.actor);
      const number = parseCaseNo(body.code);
      const applicants = number.ok
        ? await tx.query(APPLICANT_OF_READY, [number.value.caseNo])
        : await tx.query(APPLICANTS_BY_IDENTITY, [this.indexOf(body.code), scope[1]]);
      const ids = applicants.map((one) => one.applicantId);
      const found = ids.length === 0 ? [] : await tx.query(READY_OF_APPLICANTS, [...scope, ids]);
      this.record(tx, ctx, number.ok ? 'case.looked-up' : 'applicant.looked-up', found);
      return { items: await this.rows.present(found, ctx.actor) };
    });
  }

  private record(tx: CommandTx, ctx: CommandContext, action: AuditInput['action'], found: readonly ReadyRecord[]): void {
    const subject = found[0] ? { subjectType: 'applicant', subjectId: found[0].applicantId } : {};
    const detail = { at: 'ready-results', found: found.length };
    tx.audit({ action, actorId: ctx.actor.staffId, ip: ctx.ip, ...subject, detail });
  }

  private indexOf(typed: string): string {
    return this.sealer.blindIndex(plainNumber(typed), IDENTITY_PURPOSE);
  }

  private async scopeOf(actor: Actor): Promise<[hallId: string | null, district: string]> {
    return [actor.hallId, await this.organisation.districtOf(actor.regionCode)];
  }
}
