import { endpoints, type InputOf } from '@onewindow/contracts';
import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type CommandContext, Ctx, Endpoint, Input } from '../platform/index.js';
import { ImportRows } from './commands/import-rows.js';
import { IMPORT_TITLES } from './import-tables.js';
import { templateOf } from './template.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Staff, organisation and items from workbooks. */
@Controller()
export class ImportsController {
  constructor(private readonly importRows: ImportRows) {}

  @Endpoint(endpoints.importRows)
  import(@Ctx() ctx: CommandContext, @Input() input: InputOf<typeof endpoints.importRows>, @Req() request: FastifyRequest) {
    return this.importRows.run(ctx, input, request);
  }

  @Endpoint(endpoints.importTemplate)
  async template(@Input() { params }: InputOf<typeof endpoints.importTemplate>, @Res() reply: FastifyReply): Promise<void> {
    const bytes = await templateOf(params.kind);
    const name = encodeURIComponent(`${IMPORT_TITLES[params.kind]}导入模板.xlsx`);
    await reply.header('content-type', XLSX).header('content-disposition', `attachment; filename*=UTF-8''${name}`).send(bytes);
  }
}
