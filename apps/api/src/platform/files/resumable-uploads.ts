import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UPLOAD_PART_BYTES, type UploadState } from '@onewindow/contracts';
import type { FastifyRequest } from 'fastify';
import type { CommandContext } from '../commands/command-context.js';
import { CommandRunner } from '../commands/command-runner.js';
import { AppConfig } from '../config/app-config.js';
import { Database } from '../database/database.js';
import { newId } from '../database/new-id.js';
import { sql } from '../database/sql.js';
import { ProblemException } from '../http/problems.js';
import { JobRegistry } from '../queues/job-registry.js';
import { ContentWitness } from './content-witness.js';
import { FileStore } from './file-store.js';
import { sniff, SNIFF_BYTES } from './media-type.js';
import { keptName, UPLOAD_PROBLEMS, type UploadedFile } from './uploads.js';

interface Session extends UploadState {
  readonly name: string;
  readonly mediaType: string;
}

/** A counter that has not gone on by then begins anew. */
const FORGET_AFTER_MS = 3 * 3_600_000;

const BEGIN = sql(
  `INSERT INTO upload_session (id, staff_id, name, media_type, size, received, touched_at) VALUES ($1, $2, $3, $4, $5, 0, $6)`,
);
const FIND = sql<Session>(`SELECT id, name, media_type AS "mediaType", size, received FROM upload_session WHERE id = $1 AND staff_id = $2`);
const LOCK = sql<Session>(
  `SELECT id, name, media_type AS "mediaType", size, received FROM upload_session WHERE id = $1 AND staff_id = $2 FOR UPDATE`,
);
const ADD_PART = sql(`INSERT INTO upload_part (upload_id, start, bytes) VALUES ($1, $2, $3)`);
const ADVANCE = sql(`UPDATE upload_session SET received = $2, touched_at = $3 WHERE id = $1`);
const NEXT_PART = sql<{ start: number; bytes: Buffer }>(
  `SELECT start, bytes FROM upload_part WHERE upload_id = $1 AND start >= $2 ORDER BY start LIMIT 1`,
);
const FORGET_OLD = sql(`DELETE FROM upload_session WHERE touched_at < $1`);

const PROBLEMS = {
  unknown: () => new ProblemException(404, 'upload.not-found', '没有这次上传，或已过三小时。重新选择文件。'),
  gap: (received: number) =>
    new ProblemException(409, 'upload.part-misplaced', '这一段接不上已收到的内容。从断开的地方续传。', undefined, { received }),
  partTooLarge: () => new ProblemException(413, 'upload.part-too-large', '一段超过 1 MB。刷新页面后重新上传。'),
  beyond: () => new ProblemException(422, 'upload.size-mismatch', '收到的内容比声明的长。重新选择文件。'),
  incomplete: (received: number) =>
    new ProblemException(409, 'upload.incomplete', '文件还没有传完。从断开的地方续传。', undefined, { received }),
} as const;

/**
 * Large files in parts. The parts lie in the database until the file is whole, so that any process of the API can take the next one; then the
 * file goes the way of one that came in one request: its content is looked at, and it is kept only by the command that wants it.
 */
@Injectable()
export class ResumableUploads implements OnModuleInit {
  constructor(
    private readonly runner: CommandRunner,
    private readonly database: Database,
    private readonly store: FileStore,
    private readonly config: AppConfig,
    private readonly registry: JobRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.sweep({
      name: 'forget-unfinished-uploads',
      everyMinutes: 30,
      run: async (tx) => {
        await tx.query(FORGET_OLD, [new Date(tx.now.getTime() - FORGET_AFTER_MS)]);
      },
    });
  }

  /** @throws ProblemException 413 before the first byte when the file is larger than is taken */
  begin(ctx: CommandContext, { name, mediaType, size }: Pick<Session, 'name' | 'mediaType' | 'size'>): Promise<UploadState> {
    const limit = this.config.uploadLimitBytes;
    if (size > limit) throw UPLOAD_PROBLEMS.tooLarge(Math.round(limit / 1024 / 1024));
    return this.runner.run(ctx, async (tx) => {
      const id = newId();
      await tx.query(BEGIN, [id, ctx.actor.staffId, keptName(name), mediaType, size, tx.now]);
      return { id, size, received: 0 };
    });
  }

  /** How far it has come. Another person's is not found. */
  async state(ctx: CommandContext, id: string): Promise<UploadState> {
    return present(await this.find(ctx, id));
  }

  /** Takes one part. One that came already changes nothing; one that leaves a gap is refused with the place where to go on. */
  async addPart(ctx: CommandContext, id: string, start: number, request: FastifyRequest): Promise<UploadState> {
    const bytes = await partOf(request);
    return await this.runner.runSystem(async (tx) => {
      const [session] = await tx.query(LOCK, [id, ctx.actor.staffId]);
      if (!session) throw PROBLEMS.unknown();
      if (start + bytes.length <= session.received) return present(session);
      if (start !== session.received) throw PROBLEMS.gap(session.received);
      const received = start + bytes.length;
      if (received > session.size) throw PROBLEMS.beyond();
      await Promise.all([tx.query(ADD_PART, [id, start, bytes]), tx.query(ADVANCE, [id, received, tx.now])]);
      return present({ ...session, received });
    });
  }

  /** Puts the whole file together, looks at its content, and hands it to the command. What the command did not keep is forgotten. */
  async whole<T>(ctx: CommandContext, id: string, use: (file: UploadedFile) => Promise<T>): Promise<T> {
    const session = await this.find(ctx, id);
    if (session.received < session.size) throw PROBLEMS.incomplete(session.received);
    const [first] = await this.database.query(NEXT_PART, [id, 0]);
    const sniffed = first && (await sniff(first.bytes.subarray(0, SNIFF_BYTES), session.name, session.mediaType));
    if (!sniffed) throw UPLOAD_PROBLEMS.type();
    if (!sniffed.honest) throw UPLOAD_PROBLEMS.lying();
    const witness = new ContentWitness(sniffed.mediaType);
    const incoming = await this.store.receive(witness.watch(this.parts(id)));
    let kept = false;
    const keep = async (): Promise<void> => {
      await incoming.keep();
      kept = true;
    };
    try {
      // Parts that were cleared away while they were read leave a shorter file.
      if (incoming.size !== session.size) throw PROBLEMS.unknown();
      witness.requireFit();
      return await use({ name: session.name, mediaType: sniffed.mediaType, sha256: incoming.sha256, size: incoming.size, keep });
    } finally {
      if (!kept) await incoming.discard();
    }
  }

  private async find(ctx: CommandContext, id: string): Promise<Session> {
    const [session] = await this.database.query(FIND, [id, ctx.actor.staffId]);
    if (!session) throw PROBLEMS.unknown();
    return session;
  }

  private async *parts(id: string): AsyncGenerator<Buffer> {
    for (let at = 0; ;) {
      const [part] = await this.database.query(NEXT_PART, [id, at]);
      if (!part) return;
      at = part.start + part.bytes.length;
      yield part.bytes;
    }
  }
}

function present({ id, size, received }: Session): UploadState {
  return { id, size, received };
}

/** The one part of a request, in memory: it is a megabyte at most. */
async function partOf(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw UPLOAD_PROBLEMS.notMultipart();
  const limits = { fileSize: UPLOAD_PART_BYTES + 1, files: 1, fields: 10, fieldSize: 10_000 };
  try {
    const part = await request.file({ limits, throwFileSizeLimit: false });
    if (!part) throw UPLOAD_PROBLEMS.noFile();
    const bytes = await part.toBuffer();
    if (bytes.length > UPLOAD_PART_BYTES) throw PROBLEMS.partTooLarge();
    if (bytes.length === 0) throw UPLOAD_PROBLEMS.empty();
    return bytes;
  } catch (error) {
    throw error instanceof ProblemException ? error : UPLOAD_PROBLEMS.broken();
  }
}
