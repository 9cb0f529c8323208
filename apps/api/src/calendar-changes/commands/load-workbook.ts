import type { CalendarWorkbookReport, Endpoints, InputOf } from '@onewindow/contracts';
import { requireOpenYear } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { readSheets, receiveWorkbook } from '../../imports/index.js';
import { type CommandContext, CommandRunner, Uploads } from '../../platform/index.js';
import { CalendarBook } from '../calendar-book.js';
import { CalendarDesk, isPublished } from '../calendar-desk.js';
import { planYear } from '../calendar-plan.js';
import { SourceMissing } from '../calendar-problems.js';
import { readYear, type ReadYear } from '../year-workbook.js';
import { loadingYear } from '../year-writer.js';

/** 装入一年 from a workbook: checked row by row and as a whole; with any fault, or on trial, nothing is written. */
@Injectable()
export class LoadWorkbook {
  constructor(
    private readonly runner: CommandRunner,
    private readonly uploads: Uploads,
    private readonly book: CalendarBook,
    private readonly desk: CalendarDesk,
  ) {}

  async run(
    ctx: CommandContext,
    { params, query }: InputOf<Endpoints['loadCalendarWorkbook']>,
    request: FastifyRequest,
  ): Promise<CalendarWorkbookReport> {
    const file = await receiveWorkbook(request);
    const { year } = params;
    requireOpenYear(year, this.desk.today());
    const read = readYear(await readSheets(file), year);
    if (query.dryRun === 'true' || read.faults.length > 0) return await this.trial(year, read);
    const { source } = query;
    if (source === undefined) throw new SourceMissing();
    return await this.runner.run(this.uploads.withFile(ctx, file.sha256), async (tx) => {
      const run = await this.book.change(tx, ctx, query.expectedVersion, loadingYear(ctx, year, read.entries, source));
      return { rows: read.rows, errors: [], effect: null, run };
    });
  }

  private async trial(year: number, { rows, entries, faults }: ReadYear): Promise<CalendarWorkbookReport> {
    if (faults.length > 0) return { rows, errors: faults.slice(0, 500), effect: null, run: null };
    const known = await this.desk.rows();
    const effect = await this.desk.effect(planYear(known, year, entries, isPublished(known, year)));
    return { rows, errors: [], effect, run: null };
  }
}
