import { Module } from '@nestjs/common';
import { PrintJob } from './jobs/print-job.js';
import { RenderNoticeProcessor } from './jobs/render-notice.processor.js';
import { RenderResultProcessor } from './jobs/render-result.processor.js';
import { NoticeIssuer } from './notice-issuer.js';
import { DocumentRenderer } from './render/document-renderer.js';
import { ResultMaker } from './result-maker.js';

/** Numbered documents: notices and results, issued inside commands and printed by the worker. */
@Module({
  providers: [NoticeIssuer, ResultMaker, DocumentRenderer, PrintJob, RenderNoticeProcessor, RenderResultProcessor],
  exports: [NoticeIssuer, ResultMaker, DocumentRenderer],
})
export class NoticesModule {}
