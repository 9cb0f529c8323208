import { libraryKeyOf, shelfTrust } from '@onewindow/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FILES_OF_CASE, type FileRead, type MaterialRead, MATERIALS_OF_CASE } from '../../case-view/index.js';
import { ItemVersions } from '../../catalogue/index.js';
import { type CommandTx, JobRegistry, sql } from '../../platform/index.js';
import { LibraryShelf } from '../library-shelf.js';

const CASE = sql<{ applicantId: string | null; itemVersionId: string }>(
  `SELECT applicant_id AS "applicantId", item_version_id AS "itemVersionId" FROM cases WHERE id = $1`,
);

// An interface has no index signature, which a payload of JSON wants.
/** Pages that a review found wrong lie below the id of the request that had them replaced. */
const REPLACED = sql<{ code: string; after: string }>(
  `SELECT DISTINCT ON (code) b->>'key' AS code, c.id AS after FROM correction c, jsonb_array_elements(c.brought) b
    WHERE c.case_id = $1 AND b->>'kind' = 'material' ORDER BY code, c.id DESC`,
);

type Payload = {
  readonly caseId: string;
  /** Those that came after the acceptance; all of them where none are named. */
  readonly codes?: readonly string[];
};

/** Lays what an accepted case has and a clerk has verified into the applicant's library, for their next case. */
@Injectable()
export class ShelveMaterialsProcessor implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly versions: ItemVersions,
    private readonly shelf: LibraryShelf,
  ) {}

  onModuleInit(): void {
    this.registry.handle<Payload>('shelve-materials', (tx, payload) => this.shelve(tx, payload), { isSentAgain: true });
  }

  private async shelve(tx: CommandTx, { caseId, codes }: Payload): Promise<void> {
    // After acceptance applicant, version and materials stand: nothing needs to be locked.
    const [row] = await tx.query(CASE, [caseId]);
    if (!row || row.applicantId === null) return;
    const [version, materials, files, replaced] = await Promise.all([
      this.versions.get(row.itemVersionId, tx),
      tx.query(MATERIALS_OF_CASE, [caseId]),
      tx.query(FILES_OF_CASE, [caseId]),
      tx.query(REPLACED, [caseId]),
    ]);
    for (const requirement of version.definition.materials.filter(({ code }) => codes?.includes(code) ?? true)) {
      const state = materials.find((one) => one.code === requirement.code);
      const libraryKey = libraryKeyOf(requirement);
      const after = replaced.find(({ code }) => code === requirement.code)?.after ?? '';
      const own = ownFiles(files, requirement.code).filter(({ id }) => id > after);
      const trustLevel = state && shelfTrust(requirement, state.verdict, state.trustLevel);
      // R7: of a paper that expires nobody may guess until when it holds.
      const isDated = requirement.validMonths === undefined || (state !== undefined && hasEnd(state));
      if (!state || libraryKey === null || !trustLevel || own.length === 0 || !isDated) continue;
      await this.shelf.lay(tx, {
        ...{ applicantId: row.applicantId, holderName: null, libraryKey, name: requirement.name, trustLevel, issuer: null },
        ...{ issuedOn: state.issuedOn ?? null, validThrough: state.validThrough ?? null },
        ...{
          sourceCaseId: caseId,
          licenceId: null,
          files: own.map(({ name, mediaType, size, sha256 }) => ({ name, mediaType, size, sha256 })),
        },
      });
    }
  }
}

function ownFiles(files: readonly FileRead[], code: string): FileRead[] {
  return files.filter((file) => file.materialCode === code && !file.libraryId);
}

function hasEnd(state: MaterialRead): boolean {
  return state.validThrough !== null && state.validThrough !== undefined;
}
