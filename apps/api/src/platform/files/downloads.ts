import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemException } from '../http/problems.js';
import { type ByteRange, FileStore } from './file-store.js';

/** What is sent: bytes by hash, and how the browser is to call them. */
export interface Download {
  readonly sha256: string;
  readonly mediaType: string;
  readonly name: string;
}

const missing = (): ProblemException => new ProblemException(404, 'file.missing', '文件不在存储里。请联系管理员从备份恢复。');
const outOfRange = (): ProblemException => new ProblemException(416, 'file.range-outside', '请求的片段超出文件范围。请重新打开文件。');

/** `null`: the whole file; undefined: a range that the file doesn't have. Several ranges are answered with the whole file. */
export function parseRange(header: string | undefined, size: number): ByteRange | null | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const from = match[1] ?? '';
  const to = match[2] ?? '';
  const start = from === '' ? Math.max(size - Number(to), 0) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start <= end && start < size ? { start, end } : undefined;
}

/** Has the browser these very bytes already? Any of those it names, weakly compared. */
function isHeld(header: string | undefined, etag: string): boolean {
  return header?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag) ?? false;
}

/** Sends kept files: inline, in ranges, and so that nothing in them can act on the page. */
@Injectable()
export class Downloads {
  constructor(private readonly store: FileStore) {}

  async send(request: FastifyRequest, reply: FastifyReply, file: Download): Promise<void> {
    const size = await this.store.sizeOf(file.sha256);
    if (size === null) throw missing();
    const etag = `"${file.sha256}"`;
    // The browser may keep it, and asks each time: after a sign-out nothing of a case opens from its disk.
    const keeping = { 'cache-control': 'private, no-cache', etag };
    if (isHeld(request.headers['if-none-match'], etag)) {
      await reply.status(304).headers(keeping).send();
      return;
    }
    const range = parseRange(request.headers.range, size);
    if (range === undefined) {
      void reply.header('content-range', `bytes */${size}`);
      throw outOfRange();
    }
    const stream = await this.store.open(file.sha256, range ?? undefined);
    if (!stream) throw missing();
    void reply
      .status(range ? 206 : 200)
      .headers(keeping)
      .header('content-type', file.mediaType)
      .header('content-length', range ? range.end - range.start + 1 : size)
      .header('accept-ranges', 'bytes')
      .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    if (range) void reply.header('content-range', `bytes ${range.start}-${range.end}/${size}`);
    await reply.send(stream);
  }
}
