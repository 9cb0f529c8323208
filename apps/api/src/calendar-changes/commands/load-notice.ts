import type { CalendarRun, Endpoints, InputOf } from '@onewindow/contracts';
import { readHolidayNotice, requireOpenYear, shanghaiToday, yearOfNotice } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type CommandContext, CommandRunner } from '../../platform/index.js';
import { CalendarBook } from '../calendar-book.js';
import { YearFaulty } from '../calendar-problems.js';
import { loadingYear } from '../year-writer.js';

/** 装入一年 from the notice as it was published. @throws YearFaulty (422) */
@Injectable()
export class LoadNotice {
  constructor(
    private readonly runner: CommandRunner,
    private readonly book: CalendarBook,
  ) {}

  run(ctx: CommandContext, { params, body }: InputOf<Endpoints['loadCalendarNotice']>): Promise<CalendarRun> {
    return this.runner.run(ctx, (tx) => {
      requireOpenYear(params.year, shanghaiToday(tx.now));
      const { holidays, faults } = readHolidayNotice(body.text, params.year);
      if (faults.length > 0) throw new YearFaulty(params.year, faults);
      return this.book.change(
        tx,
        ctx,
        body.expectedVersion,
        loadingYear(ctx, params.year, yearOfNotice(params.year, holidays), body.source),
      );
    });
  }
}
