import { endpoints, type InputOf } from '@onewindow/contracts';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { CalendarDesk } from './calendar-desk.js';
import { EditDays } from './commands/edit-days.js';
import { LoadNotice } from './commands/load-notice.js';
import { LoadWorkbook } from './commands/load-workbook.js';
import { RunReader } from './run-reader.js';
import { yearWorkbook } from './year-workbook.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** 工作日历. */
@Controller()
export class CalendarController {
  constructor(
    private readonly desk: CalendarDesk,
    private readonly runs: RunReader,
    private readonly editing: EditDays,
    private readonly notices: LoadNotice,
    private readonly workbooks: LoadWorkbook,
  ) {}

  @Endpoint(endpoints.getCalendarYear)
  year(@Input() { params }: InputOf<typeof endpoints.getCalendarYear>) {
    return this.desk.year(params.year);
  }

  @Endpoint(endpoints.workingYear)
  exceptions(@Input() { params }: InputOf<typeof endpoints.workingYear>) {
    return this.desk.exceptions(params.year);
  }

  @Endpoint(endpoints.previewCalendarDays)
  previewDays(@Input() input: InputOf<typeof endpoints.previewCalendarDays>) {
    return this.desk.previewDays(input);
  }

  @Endpoint(endpoints.editCalendarDays)
  editDays(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.editCalendarDays>) {
    return this.editing.run(ctx, input);
  }

  @Endpoint(endpoints.previewCalendarNotice)
  previewNotice(@Input() input: InputOf<typeof endpoints.previewCalendarNotice>) {
    return this.desk.previewNotice(input);
  }

  @Endpoint(endpoints.loadCalendarNotice)
  loadNotice(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.loadCalendarNotice>) {
    return this.notices.run(ctx, input);
  }

  @Endpoint(endpoints.loadCalendarWorkbook)
  loadWorkbook(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.loadCalendarWorkbook>, @Req() request: FastifyRequest) {
    return this.workbooks.run(ctx, input, request);
  }

  @Endpoint(endpoints.calendarWorkbook)
  async workbook(@Input() { params }: InputOf<typeof endpoints.calendarWorkbook>, @Res() reply: FastifyReply): Promise<void> {
    const { days, state } = await this.desk.year(params.year);
    const name = encodeURIComponent(`${params.year} 年工作日历.xlsx`);
    const bytes = await yearWorkbook(days, state === 'published');
    await reply.header('content-type', XLSX).header('content-disposition', `attachment; filename*=UTF-8''${name}`).send(bytes);
  }

  @Endpoint(endpoints.listCalendarRuns)
  listRuns() {
    return this.runs.latest();
  }

  @Endpoint(endpoints.listCalendarMoves)
  listMoves(@Input() { params, query }: InputOf<typeof endpoints.listCalendarMoves>) {
    return this.runs.moves(params.id, query);
  }
}
