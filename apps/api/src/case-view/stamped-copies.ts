import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DocumentRenderer, sendPdf } from '../notices/index.js';
import { FileStore, ProblemException } from '../platform/index.js';

/** A file that goes out with words across it. */
export interface StampedFile {
  readonly sha256: string;
  readonly name: string;
  readonly words: string;
  /** Instant of the reuse: the same copy always has the same bytes. */
  readonly at: Date;
}

/** R7: what was used again is shown, downloaded and printed as a copy with its watermark; the kept bytes stay as they are. */
@Injectable()
export class StampedCopies {
  constructor(
    private readonly store: FileStore,
    private readonly renderer: DocumentRenderer,
  ) {}

  async send(reply: FastifyReply, { sha256, name, words, at }: StampedFile): Promise<void> {
    const stream = await this.store.open(sha256);
    if (!stream) throw new ProblemException(404, 'file.missing', '文件不在存储里。请联系管理员从备份恢复。');
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream) chunks.push(chunk as Uint8Array);
    const bytes = await this.renderer.mark(Buffer.concat(chunks), { words, at: at.toISOString(), across: true });
    await sendPdf(reply, bytes, `${name.replace(/\.[A-Za-z0-9]+$/, '')}.pdf`);
  }
}
