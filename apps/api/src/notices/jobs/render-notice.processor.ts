import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../platform/index.js';
import { NoticePrinter } from './notice-printer.js';
import type { PrintedFile } from './print-job.js';

type Payload = { readonly noticeId: string };

/** Prints a notice, once, however often the job is delivered. */
@Injectable()
export class RenderNoticeProcessor implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly printer: NoticePrinter,
  ) {}

  onModuleInit(): void {
    this.registry.handlePrepared<Payload, PrintedFile | null>(
      'render-notice',
      ({ noticeId }) => this.printer.draw(noticeId),
      (tx, { noticeId }, file) => this.printer.attach(tx, noticeId, file),
      { isSentAgain: true },
    );
  }
}
