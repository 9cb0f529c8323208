import type { ItemDefinition, ItemPaperView } from '@onewindow/contracts';
import { DomainError } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type CommandContext, CommandRunner, type CommandTx, Database, type Download, sql, Uploads } from '../platform/index.js';
import type { DefinitionFault } from './catalogue-problems.js';
import { ItemVersions } from './item-versions.js';

const KEEP = sql(
  `INSERT INTO item_paper (sha256, name, media_type, size, uploaded_at, uploaded_by) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (sha256) DO NOTHING`,
);
const FIND = sql<{ mediaType: string }>(`SELECT media_type AS "mediaType" FROM item_paper WHERE sha256 = $1`);
const KNOWN = sql<{ sha256: string }>(`SELECT sha256 FROM item_paper WHERE sha256 = ANY($1)`);
const LARGEST_BYTES = 10 * 1024 * 1024;

export class ItemPaperNotFound extends DomainError {
  constructor() {
    super({ code: 'item-paper.not-found', title: '这个事项版本没有这份空白表或样表。刷新事项。', kind: 'not-found' });
  }
}

/** A blank form or a filled sample whose bytes are kept already. */
export interface KeptItemPaper {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

/** 空白表 and 样表: uploaded once, named by versions, shown and printed from the checklist. */
@Injectable()
export class ItemPapers {
  constructor(
    private readonly runner: CommandRunner,
    private readonly database: Database,
    private readonly uploads: Uploads,
    private readonly versions: ItemVersions,
  ) {}

  /** Takes in one file; the same bytes again are the same paper. */
  async upload(ctx: CommandContext, request: FastifyRequest): Promise<ItemPaperView> {
    return await this.uploads.receive(
      request,
      (file) =>
        this.runner.run(this.uploads.withFile(ctx, file.sha256), async (tx) => {
          await Promise.all([this.keep(tx, file, ctx.actor.staffId), file.keep()]);
          tx.audit({
            action: 'item-paper.uploaded',
            actorId: ctx.actor.staffId,
            ip: ctx.ip,
            detail: { sha256: file.sha256, size: file.size, mediaType: file.mediaType },
          });
          const { sha256, name, mediaType, size } = file;
          return { sha256, name, mediaType, size };
        }),
      { limitBytes: LARGEST_BYTES },
    );
  }

  /** Records a paper whose bytes are kept. */
  async keep(tx: CommandTx, paper: KeptItemPaper, uploadedBy: string | null): Promise<void> {
    await tx.query(KEEP, [paper.sha256, paper.name, paper.mediaType, paper.size, tx.now, uploadedBy]);
  }

  /** @throws ItemVersionNotFound, ItemPaperNotFound unless this version names the paper */
  async get(versionId: string, sha256: string): Promise<Download> {
    const { definition } = await this.versions.get(versionId);
    const named = papersOf(definition).find(({ paper }) => paper.sha256 === sha256);
    const [found] = named ? await this.database.query(FIND, [sha256]) : [];
    if (!named || !found) throw new ItemPaperNotFound();
    return { sha256, mediaType: found.mediaType, name: named.paper.name };
  }
}

/** Papers that a definition names and nobody has uploaded. */
export async function paperFaults(tx: Pick<CommandTx, 'query'>, definition: ItemDefinition): Promise<DefinitionFault[]> {
  const named = papersOf(definition);
  if (named.length === 0) return [];
  const known = new Set((await tx.query(KNOWN, [named.map(({ paper }) => paper.sha256)])).map(({ sha256 }) => sha256));
  return named
    .filter(({ paper }) => !known.has(paper.sha256))
    .map(({ path, paper }) => ({ path, message: `没有上传过“${paper.name}”，先上传再发布` }));
}

interface NamedPaper {
  readonly path: string;
  readonly paper: NonNullable<ItemDefinition['materials'][number]['blankForm']>;
}

function papersOf({ materials }: ItemDefinition): NamedPaper[] {
  return materials.flatMap(({ blankForm, filledSample }, at) => [
    ...(blankForm ? [{ path: `materials.${at}.blankForm`, paper: blankForm }] : []),
    ...(filledSample ? [{ path: `materials.${at}.filledSample`, paper: filledSample }] : []),
  ]);
}
