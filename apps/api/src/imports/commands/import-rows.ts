import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type CommandContext, CommandRunner, type CommandTx, Database, newId, Uploads, violatedConstraint } from '../../platform/index.js';
import type { ImportKind, ImportPlan } from '../import-plan.js';
import type { ImportName } from '../import-tables.js';
import { TakenMeanwhile } from '../import-problems.js';
import { GradesImport } from '../kinds/grades-import.js';
import { HallsImport } from '../kinds/halls-import.js';
import { ItemsImport } from '../kinds/items-import.js';
import { QueuesImport } from '../kinds/queues-import.js';
import { StaffImport } from '../kinds/staff-import.js';
import { readSheets, receiveWorkbook } from '../workbook-file.js';

type Answer = ResponseOf<Endpoints['importRows']>;
const MOST_FAULTS = 500;

/** The kinds of import there are. */
@Injectable()
export class ImportKinds {
  readonly of: Readonly<Record<ImportName, ImportKind>>;

  constructor(staff: StaffImport, halls: HallsImport, items: ItemsImport, grades: GradesImport, queues: QueuesImport) {
    this.of = { staff, halls, items, grades, queues };
  }
}

/** Imports a workbook: checked row by row; with any fault, or on trial, nothing is written. */
@Injectable()
export class ImportRows {
  constructor(
    private readonly runner: CommandRunner,
    private readonly database: Database,
    private readonly uploads: Uploads,
    private readonly kinds: ImportKinds,
  ) {}

  async run(ctx: CommandContext, { params, query }: InputOf<Endpoints['importRows']>, request: FastifyRequest): Promise<Answer> {
    const file = await receiveWorkbook(request);
    const sheets = await readSheets(file);
    const kind = this.kinds.of[params.kind];
    // First passwords follow from the request's key: the same request gets the same ones, and they are kept nowhere.
    const seed = `${ctx.idempotency?.key ?? newId()}${file.sha256}`;
    const isTrial = query.dryRun === 'true';
    const trial = await kind.plan(sheets, this.database, seed);
    const willWrite = !isTrial && trial.faults.length === 0;
    if (willWrite) await trial.prepare();
    const report = await this.runner.run(this.uploads.withFile(ctx, file.sha256), async (tx) => {
      if (!willWrite) return reportOf(params.kind, trial, false);
      await this.write(trial, tx, ctx);
      const detail = { kind: params.kind, rows: trial.rows };
      tx.audit({ action: 'imports.written', actorId: ctx.actor.staffId, ip: ctx.ip, detail });
      return reportOf(params.kind, trial, true);
    });
    if (willWrite) trial.committed();
    return { ...report, passwords: report.written ? [...trial.passwords] : [] };
  }

  /** What was free a moment ago may be taken now: the unique keys of the tables have the last word. */
  private async write(plan: ImportPlan, tx: CommandTx, ctx: CommandContext): Promise<void> {
    try {
      await plan.write(tx, ctx);
    } catch (error) {
      if (violatedConstraint(error) !== undefined) throw new TakenMeanwhile();
      throw error;
    }
  }
}

function reportOf(kind: ImportName, { rows, valid, faults, hints = [] }: ImportPlan, written: boolean): Answer {
  const errors = [...faults].sort((one, other) => one.row - other.row).slice(0, MOST_FAULTS);
  return { kind, rows, valid, written, errors, hints: [...hints], passwords: [] };
}
