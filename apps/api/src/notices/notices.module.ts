import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { NoticePrinter } from './jobs/notice-printer.js';
import { PrintJob } from './jobs/print-job.js';
import { RenderNoticeProcessor } from './jobs/render-notice.processor.js';
import { RenderResultProcessor } from './jobs/render-result.processor.js';
import { NoticeIssuer } from './notice-issuer.js';
import { NoticePreviews } from './notice-previews.js';
import { NoticePrints } from './prints/notice-prints.js';
import { NoticePrintsController } from './prints/notice-prints.controller.js';
import { PrintNotice } from './prints/print-notice.js';
import { DocumentRenderer } from './render/document-renderer.js';
import { ResultMaker } from './result-maker.js';

/** Numbered documents: notices and results, issued inside commands, drawn by the worker, printed and reprinted at the counter. */
@Module({
  imports: [CasesModule],
  controllers: [NoticePrintsController],
  providers: [
    NoticeIssuer,
    NoticePreviews,
    ResultMaker,
    DocumentRenderer,
    PrintJob,
    NoticePrinter,
    RenderNoticeProcessor,
    RenderResultProcessor,
    PrintNotice,
    NoticePrints,
  ],
  exports: [NoticeIssuer, NoticePreviews, ResultMaker, DocumentRenderer],
})
export class NoticesModule {}
