import type { Endpoints, InputOf, ItemDefinition, ResponseOf } from '@onewindow/contracts';
import { decideReuse, type IsoDate, libraryKeyOf, MATERIAL_VERDICT_LABELS, shanghaiToday, type TrustLevel } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { CaseStore, type EventInput } from '../../cases/index.js';
import { type FileRead, type MaterialRead, presentMaterials } from '../../case-view/index.js';
import { type CommandContext, CommandRunner, type CommandTx, newId, sql } from '../../platform/index.js';
import { type CounterCase, CounterDesk, requireOpenMaterial } from '../../reception/index.js';
import { LibraryShelf, type OfferRow } from '../library-shelf.js';
import { type LicenceOffer, LicenceOffers } from '../licence-offers.js';
import { AlreadyReused, EntryDoesNotFit, HasOwnFiles, LibraryEntryNotFound, NobodyToReuseFor, ReuseRefused } from '../material-problems.js';

type Input = InputOf<Endpoints['reuseMaterials']>;
type Use = Input['body']['uses'][number];
type Requirement = ItemDefinition['materials'][number];

const SAVE_REUSE = sql(
  `INSERT INTO case_material (case_id, code, verdict, defect, trust_level, received_at, judged_by, library_id, library_version, issued_on, valid_through)
   VALUES ($1, $2, 'reused', NULL, $3, $4, $5, $6, $7, $8, $9)
   ON CONFLICT (case_id, code) DO UPDATE SET verdict = 'reused', defect = NULL, trust_level = excluded.trust_level,
     received_at = excluded.received_at, judged_by = excluded.judged_by, library_id = excluded.library_id,
     library_version = excluded.library_version, issued_on = excluded.issued_on, valid_through = excluded.valid_through`,
);
const LINK_FILE = sql(
  `INSERT INTO case_file (id, case_id, material_code, name, media_type, size, sha256, library_id, added_by, added_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

/** The case's applicant, with what the registry has of them. */
interface Present {
  readonly id: string;
  readonly licences: readonly LicenceOffer[];
}

interface Reuse {
  use: Use;
  requirement: Requirement;
  entry: OfferRow;
  trust: TrustLevel;
}

/** 复用: papers of the library, or licences, stand for materials of this case (R7). All or none; bytes are linked, never copied. */
@Injectable()
export class ReuseMaterials {
  constructor(
    private readonly runner: CommandRunner,
    private readonly desk: CounterDesk,
    private readonly cases: CaseStore,
    private readonly shelf: LibraryShelf,
    private readonly licences: LicenceOffers,
  ) {}

  async run(ctx: CommandContext, { params, body }: Input): Promise<ResponseOf<Endpoints['reuseMaterials']>> {
    const seen = (await this.desk.look(ctx.actor, params.id)).row.applicantId;
    const wantsLicences = body.uses.some((use) => use.source === 'licence');
    const licences = seen !== null && wantsLicences ? await this.licences.of(seen) : [];
    return await this.runner.run(ctx, async (tx) => {
      const on = await this.desk.take(tx, ctx, params.id);
      const { row, version, applicant, author } = on;
      const requirements = body.uses.map((use) => this.requireFree(on, use.code));
      if (!applicant) throw new NobodyToReuseFor();
      // Another applicant since the registry was asked has none of those licences.
      const reuses = await this.decide(tx, { id: applicant.id, licences: applicant.id === seen ? licences : [] }, body.uses, requirements);
      const files: FileRead[] = [...on.files];
      for (const { use, entry, trust } of reuses) {
        if (entry.trustLevel === 'C') await this.shelf.raise(tx, entry.id, ctx.actor.staffId);
        files.push(...(await this.link(tx, ctx, row.id, use.code, entry, trust)));
      }
      await this.cases.save(tx, row, {}, author, reuses.map(eventOf));
      const materials = [
        ...on.materials.filter((one) => reuses.every(({ use }) => use.code !== one.code)),
        ...reuses.map((reuse) => stateOf(reuse, tx.now)),
      ];
      const shown = presentMaterials(row, version.definition, materials, files);
      return { materials: shown.filter(({ code }) => reuses.some(({ use }) => use.code === code)), version: row.version };
    });
  }

  /** The requirement, when nothing stands for it yet. */
  private requireFree({ row, version, materials, files }: CounterCase, code: string): Requirement {
    const requirement = requireOpenMaterial(row, version, code);
    if (materials.some((one) => one.code === code && one.verdict === 'reused')) throw new AlreadyReused(requirement.name);
    if (files.some((one) => one.materialCode === code)) throw new HasOwnFiles(requirement.name);
    return requirement;
  }

  private async decide(tx: CommandTx, applicant: Present, uses: readonly Use[], requirements: readonly Requirement[]): Promise<Reuse[]> {
    const today = shanghaiToday(tx.now);
    const ids = uses.filter((use) => use.source === 'library').map((use) => use.entryId);
    const entries = await this.shelf.lock(tx, applicant.id, ids);
    const reuses: Reuse[] = [];
    for (const [at, use] of uses.entries()) {
      const requirement = requirements[at];
      if (!requirement) continue;
      const isWanted = ({ id }: { readonly id: string }) => id === use.entryId;
      const licence = use.source === 'licence' ? applicant.licences.find(isWanted) : undefined;
      const entry = licence ? await this.standIn(tx, applicant.id, licence) : use.source === 'library' ? entries.find(isWanted) : undefined;
      if (!entry) throw new LibraryEntryNotFound();
      reuses.push({ use, requirement, entry, trust: requireReusable(entry, requirement, use, today) });
    }
    return reuses;
  }

  /** A licence's entry in the library. @throws ReuseRefused when it is worth nothing today */
  private async standIn(tx: CommandTx, applicantId: string, licence: LicenceOffer): Promise<OfferRow> {
    if (licence.invalid !== null)
      throw new ReuseRefused('revoked', `“${licence.name}”${licence.invalid}`, { validThrough: licence.validThrough });
    const { holderName, name, issuer, issuedOn, validThrough, file } = licence;
    return await this.shelf.forLicence(tx, {
      ...{ applicantId, holderName, libraryKey: licence.type, name, trustLevel: 'A', issuer, issuedOn, validThrough },
      ...{ sourceCaseId: null, licenceId: licence.id, files: file === null ? [] : [file] },
    });
  }

  private async link(
    tx: CommandTx,
    ctx: CommandContext,
    caseId: string,
    code: string,
    entry: OfferRow,
    trust: TrustLevel,
  ): Promise<FileRead[]> {
    const { staffId } = ctx.actor;
    const linked = entry.files.map((file) => ({ ...file, id: newId(), materialCode: code, libraryId: entry.id }));
    await Promise.all([
      tx.query(SAVE_REUSE, [caseId, code, trust, tx.now, staffId, entry.id, entry.version, entry.issuedOn, entry.validThrough]),
      ...linked.map((file) =>
        tx.query(LINK_FILE, [file.id, caseId, code, file.name, file.mediaType, file.size, file.sha256, entry.id, staffId, tx.now]),
      ),
    ]);
    return linked;
  }
}

/** R7. @returns the level under which it is attached */
function requireReusable(entry: OfferRow, requirement: Requirement, use: Use, today: IsoDate): TrustLevel {
  const fits = libraryKeyOf(requirement) === entry.libraryKey || requirement.licenceType === entry.libraryKey;
  if (!fits) throw new EntryDoesNotFit(entry.name, requirement.name);
  const assurance = { originalSeen: use.originalSeen === true, committed: use.committed === true };
  const decision = decideReuse({ trust: entry.trustLevel, validThrough: entry.validThrough }, today, assurance);
  if (!decision.ok) throw new ReuseRefused(decision.problem, `“${entry.name}”${decision.reason}`, { validThrough: entry.validThrough });
  return decision.trust;
}

function stateOf({ use, entry, trust }: Reuse, now: Date): MaterialRead {
  return {
    code: use.code,
    verdict: 'reused',
    defect: null,
    trustLevel: trust,
    receivedAt: now,
    libraryId: entry.id,
    libraryVersion: entry.version,
    issuedOn: entry.issuedOn,
    validThrough: entry.validThrough,
  };
}

function eventOf({ use, requirement, entry, trust }: Reuse): EventInput {
  return {
    action: 'reuse',
    data: {
      material: use.code,
      materialName: requirement.name,
      verdictName: MATERIAL_VERDICT_LABELS.reused,
      entryId: entry.id,
      entryName: entry.name,
      entryVersion: entry.version,
      trustLevel: trust,
      sha256: entry.files.map((file) => file.sha256),
      ...(entry.validThrough === null ? {} : { validThrough: entry.validThrough }),
      ...(use.originalSeen ? { originalSeen: true } : {}),
      ...(use.committed ? { committed: true } : {}),
    },
  };
}
