import { basename } from 'node:path';
import { maskNumbersIn } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { CommandContext } from '../commands/command-context.js';
import { requestHash } from '../commands/canonical-hash.js';
import { AppConfig } from '../config/app-config.js';
import { ProblemException } from '../http/problems.js';
import { errorCode } from '../process/error-code.js';
import { ContentWitness } from './content-witness.js';
import { FileStore, type StoredFile } from './file-store.js';
import { readHead } from './chunks.js';
import { type Sniffed, sniff, SNIFF_BYTES } from './media-type.js';

/** A file that arrived whole and honest, but is not yet kept. */
export interface UploadedFile extends StoredFile {
  /** The client's name as `keptName` has it. */
  readonly name: string;
  /** Keeps the bytes; to be called by the command before it commits. */
  keep(): Promise<void>;
}

/** Refusals of files, however they came. */
export const UPLOAD_PROBLEMS = {
  noFile: () => new ProblemException(400, 'upload.file-missing', '没有收到文件。请选择一个文件后重试。'),
  notMultipart: () => new ProblemException(415, 'request.media-type-unsupported', '上传文件须用 multipart/form-data。'),
  empty: () => new ProblemException(422, 'upload.file-empty', '文件是空的。请重新扫描或选择文件。'),
  type: () =>
    new ProblemException(415, 'upload.type-not-allowed', '文件内容不是 PDF、PNG、JPEG 或 WebP，改扩展名没有用。另存为 PDF 或重新扫描。'),
  lying: () => new ProblemException(422, 'upload.type-mismatch', '文件内容与名称或类型不符。请检查文件后重新上传。'),
  tooLarge: (megabytes: number) => new ProblemException(413, 'upload.too-large', `文件超过 ${megabytes} MB。请压缩或分开上传。`),
  broken: () => new ProblemException(400, 'upload.interrupted', '上传中断，文件没有保存。请重新上传。'),
} as const;

/** R10.2: the client's name without folders, and without anybody's number in the open; every reader of the case sees it. */
export function keptName(name: string): string {
  return maskNumbersIn(basename(name.replaceAll('\\', '/')).slice(-200));
}

/** What a multipart body may hold besides its file: boundaries, names, small fields. */
const ENVELOPE_BYTES = 256 * 1024;

/** busboy tells a broken body by its message alone. */
function isMultipartFault(error: unknown): boolean {
  const message = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : '';
  return /(Unexpected end|terminated early|Malformed|Part terminated|^Multipart:)/i.test(message);
}

/** Takes in one streamed file of a multipart request: limited, hashed, checked by content. */
@Injectable()
export class Uploads {
  constructor(
    private readonly store: FileStore,
    private readonly config: AppConfig,
  ) {}

  /**
   * Receives the request's one file and hands it to the command. What the command did not keep is forgotten afterwards:
   * a refusal, a crash and the answer of an earlier request leave nothing behind.
   * @param request the Fastify request of an endpoint whose body is a file
   * @param use the command; its result is the result
   * @param options a lower size limit than the configured one
   */
  async receive<T>(request: FastifyRequest, use: (file: UploadedFile) => Promise<T>, options: { limitBytes?: number } = {}): Promise<T> {
    const limit = Math.min(options.limitBytes ?? this.config.uploadLimitBytes, this.config.uploadLimitBytes);
    if (!request.isMultipart()) throw UPLOAD_PROBLEMS.notMultipart();
    if (Number(request.headers['content-length'] ?? 0) > limit + ENVELOPE_BYTES) {
      // Known to be too large before the first byte is stored.
      request.raw.resume();
      throw UPLOAD_PROBLEMS.tooLarge(Math.round(limit / 1024 / 1024));
    }
    // One byte more than allowed tells a file that is too large from one that just fits.
    const limits = { fileSize: limit + 1, files: 1, fields: 10, fieldSize: 10_000 };
    const part = await request.file({ limits, throwFileSizeLimit: false }).catch(this.interrupted(request));
    if (!part) throw UPLOAD_PROBLEMS.noFile();
    const name = keptName(part.filename);
    const content = part.file.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    const { head, chunks } = await readHead(content, SNIFF_BYTES).catch(this.interrupted(request));
    const sniffed = await this.check(head, name, part);
    const witness = new ContentWitness(sniffed.mediaType);
    const incoming = await this.store.receive(witness.watch(chunks())).catch(this.interrupted(request));
    if (part.file.truncated || incoming.size > limit) {
      await incoming.discard();
      throw UPLOAD_PROBLEMS.tooLarge(Math.round(limit / 1024 / 1024));
    }
    let kept = false;
    const keep = async (): Promise<void> => {
      await incoming.keep();
      kept = true;
    };
    try {
      witness.requireFit();
      return await use({ name, mediaType: sniffed.mediaType, sha256: incoming.sha256, size: incoming.size, keep });
    } finally {
      if (!kept) await incoming.discard();
    }
  }

  /**
   * Looks whether the file can be taken at all, before its body is stored.
   * @param look throws why it can't
   * @param wasDone a request that was done already gets its kept answer instead
   */
  async lookFirst(request: FastifyRequest, look: () => Promise<unknown>, wasDone: () => Promise<boolean>): Promise<void> {
    try {
      await look();
    } catch (error) {
      if (await wasDone()) return;
      // What still comes is read and dropped, so that the client gets its answer.
      request.raw.resume();
      throw error;
    }
  }

  /** The context under which an upload's command runs: the file belongs to the request's hash. */
  withFile(ctx: CommandContext, sha256: string): CommandContext {
    if (!ctx.idempotency) return ctx;
    const { key, requestHash: hash } = ctx.idempotency;
    return { ...ctx, idempotency: { key, requestHash: requestHash(hash, sha256) } };
  }

  private async check(head: Buffer, name: string, part: MultipartFile): Promise<Sniffed> {
    const refuse = (problem: ProblemException): never => {
      // What still comes is read and dropped, so that the client gets its answer.
      part.file.resume();
      throw problem;
    };
    if (head.length === 0) return refuse(UPLOAD_PROBLEMS.empty());
    const sniffed = await sniff(head, name, part.mimetype);
    if (!sniffed) return refuse(UPLOAD_PROBLEMS.type());
    return sniffed.honest ? sniffed : refuse(UPLOAD_PROBLEMS.lying());
  }

  /** A broken line is the client's affair; a full disk is not. */
  private interrupted(request: FastifyRequest) {
    return (error: unknown): never => {
      const code = errorCode(error);
      const broken = request.raw.destroyed || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || isMultipartFault(error);
      throw broken ? UPLOAD_PROBLEMS.broken() : error;
    };
  }
}
