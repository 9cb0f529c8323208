import { DomainError } from '@onewindow/domain';
import { type CommandContext, newId, sql, type UploadedFile } from '../platform/index.js';

const FILES_PER_MATERIAL = 50;

export const INSERT_FILE = sql(
  `INSERT INTO case_file (id, case_id, material_code, name, media_type, size, sha256, added_by, added_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

/** A file as its case keeps it; the bytes lie in the FileStore. */
export interface MaterialFile {
  readonly id: string;
  readonly materialCode: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

export class TooManyFiles extends DomainError {
  constructor(limit: number) {
    super({ code: 'material.too-many-files', title: `一份材料最多 ${limit} 个文件。合并成一个 PDF 后上传。`, kind: 'rule' });
  }
}

/** An electronic material is its file. */
export class MaterialNeedsFile extends DomainError {
  constructor() {
    super({ code: 'material.needs-file', title: '这份材料只收电子件，还没有文件。先上传。', kind: 'rule' });
  }
}

/**
 * One more file of a material.
 * @param files the case's files of all materials
 * @throws TooManyFiles (422)
 */
export function materialFile(code: string, file: UploadedFile, files: readonly { materialCode: string | null }[]): MaterialFile {
  if (files.filter((one) => one.materialCode === code).length >= FILES_PER_MATERIAL) throw new TooManyFiles(FILES_PER_MATERIAL);
  const { name, mediaType, size, sha256 } = file;
  return { id: newId(), materialCode: code, name, mediaType, size, sha256 };
}

/** The values of INSERT_FILE. */
export function fileValues(caseId: string, file: MaterialFile, ctx: CommandContext, now: Date): unknown[] {
  const { id, materialCode, name, mediaType, size, sha256 } = file;
  return [id, caseId, materialCode, name, mediaType, size, sha256, ctx.actor.staffId, now];
}

/** What the event says of it. The file's name may hold a number of a person, so the bytes are named by their hash. */
export function fileData({ materialCode, mediaType, size, sha256 }: MaterialFile, materialName: string) {
  return { material: materialCode, materialName, sha256, mediaType, size };
}
