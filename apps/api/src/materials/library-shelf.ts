import type { ReusableMaterial } from '@onewindow/contracts';
import { type IsoDate, reuseOf, shanghaiDateOf, type TrustLevel } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type CommandTx, Database, newId, sql } from '../platform/index.js';
import type { LibraryFile, MaterialLibrary } from './material-library.entity.js';

type Reader = Pick<CommandTx, 'query'>;
/** What an entry is kept with, besides its place on the shelf. */
export type LibraryRow = Omit<MaterialLibrary, 'verifiedBy' | 'verifiedAt'>;
export type OfferRow = LibraryRow & { readonly sourceCaseNo: string | null };

const COLUMNS = `l.id, l.applicant_id AS "applicantId", l.holder_name AS "holderName", l.library_key AS "libraryKey", l.version, l.name,
  l.trust_level AS "trustLevel", l.issuer, l.issued_on AS "issuedOn", l.valid_through AS "validThrough",
  l.source_case_id AS "sourceCaseId", l.licence_id AS "licenceId", l.files, l.added_at AS "addedAt"`;

/** The newest of each kind; what stands for a licence is offered by the registry itself. */
const NEWEST = sql<OfferRow>(
  `SELECT * FROM (
     SELECT DISTINCT ON (l.library_key) ${COLUMNS}, c.case_no AS "sourceCaseNo"
     FROM material_library l LEFT JOIN cases c ON c.id = l.source_case_id
     WHERE l.applicant_id = $1 AND l.licence_id IS NULL ORDER BY l.library_key, l.version DESC
   ) newest ORDER BY "trustLevel", "addedAt" DESC`,
);
const LOCK_OF_APPLICANT = sql<OfferRow>(
  `SELECT ${COLUMNS}, NULL AS "sourceCaseNo" FROM material_library l WHERE l.applicant_id = $1 AND l.id = ANY($2) FOR UPDATE`,
);
const FIND_FOR_LICENCE = sql<OfferRow>(
  `SELECT ${COLUMNS}, NULL AS "sourceCaseNo" FROM material_library l WHERE l.applicant_id = $1 AND l.licence_id = $2`,
);
const FILE = sql<LibraryFile & { addedAt: Date }>(
  `SELECT f.name, f."mediaType", f.size, f.sha256, l.added_at AS "addedAt"
   FROM material_library l, jsonb_to_recordset(l.files) AS f(name text, "mediaType" text, size integer, sha256 text)
   WHERE l.applicant_id = $1 AND l.id = $2 AND f.sha256 = $3 LIMIT 1`,
);
const RAISE = sql(`UPDATE material_library SET trust_level = 'B', verified_by = $2, verified_at = $3 WHERE id = $1 AND trust_level = 'C'`);
const LOCK_SHELF = sql(`SELECT id FROM applicant WHERE id = $1 FOR NO KEY UPDATE`);
const LAST_VERSION = sql<{ version: number; hashes: string[] }>(
  `SELECT version, ARRAY(SELECT f->>'sha256' FROM jsonb_array_elements(files) f) AS hashes
   FROM material_library WHERE applicant_id = $1 AND library_key = $2 ORDER BY version DESC LIMIT 1`,
);
const INSERT = sql(
  `INSERT INTO material_library (id, applicant_id, holder_name, library_key, version, name, trust_level, issuer, issued_on, valid_through,
     source_case_id, licence_id, files, added_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
);

/** The MaterialLibrary of one applicant at a time: who asks is the caller's affair, and nothing of another applicant is ever found. */
@Injectable()
export class LibraryShelf {
  constructor(private readonly database: Database) {}

  /** What the applicant has, the newest of each kind. */
  async newest(reader: Reader, applicantId: string): Promise<OfferRow[]> {
    return await reader.query(NEWEST, [applicantId]);
  }

  /** Entries of this applicant by id, locked; others are left out. */
  async lock(tx: CommandTx, applicantId: string, ids: readonly string[]): Promise<OfferRow[]> {
    return ids.length === 0 ? [] : await tx.query(LOCK_OF_APPLICANT, [applicantId, ids]);
  }

  /** A file of an entry of this applicant; null for anybody else's. */
  async file(applicantId: string, entryId: string, sha256: string): Promise<(LibraryFile & { addedAt: Date }) | null> {
    const [file] = await this.database.query(FILE, [applicantId, entryId, sha256]);
    return file ?? null;
  }

  /** R7: a C that was compared with its original is a B from now on. */
  async raise(tx: CommandTx, entryId: string, staffId: string): Promise<void> {
    await tx.query(RAISE, [entryId, staffId, tx.now]);
  }

  /** The entry that stands for a licence, made at its first reuse. */
  async forLicence(tx: CommandTx, entry: Omit<LibraryRow, 'id' | 'version' | 'addedAt'> & { licenceId: string }): Promise<OfferRow> {
    await tx.query(LOCK_SHELF, [entry.applicantId]);
    const [known] = await tx.query(FIND_FOR_LICENCE, [entry.applicantId, entry.licenceId]);
    if (known) return known;
    const [last] = await tx.query(LAST_VERSION, [entry.applicantId, entry.libraryKey]);
    return await this.insert(tx, { ...entry, version: (last?.version ?? 0) + 1 });
  }

  /** Lays a paper on its shelf, unless the newest there has the same bytes. @returns the version, null when it was there */
  async lay(tx: CommandTx, entry: Omit<LibraryRow, 'id' | 'version' | 'addedAt'>): Promise<number | null> {
    await tx.query(LOCK_SHELF, [entry.applicantId]);
    const [last] = await tx.query(LAST_VERSION, [entry.applicantId, entry.libraryKey]);
    if (last && sameBytes(last.hashes, entry.files)) return null;
    return (await this.insert(tx, { ...entry, version: (last?.version ?? 0) + 1 })).version;
  }

  private async insert(tx: CommandTx, entry: Omit<LibraryRow, 'id' | 'addedAt'>): Promise<OfferRow> {
    const row: OfferRow = { ...entry, id: newId(), addedAt: tx.now, sourceCaseNo: null };
    await tx.query(INSERT, [
      row.id,
      row.applicantId,
      row.holderName,
      row.libraryKey,
      row.version,
      row.name,
      row.trustLevel,
      row.issuer,
      row.issuedOn,
      row.validThrough,
      row.sourceCaseId,
      row.licenceId,
      JSON.stringify(row.files),
      tx.now,
    ]);
    return row;
  }
}

function sameBytes(hashes: readonly string[], files: readonly LibraryFile[]): boolean {
  return hashes.length === files.length && files.every((file) => hashes.includes(file.sha256));
}

/** An entry as the counter is offered it. `fits`: codes of the case's materials. */
export function presentOffer(row: OfferRow, fits: string[], today: IsoDate): ReusableMaterial {
  return {
    source: 'library',
    id: row.id,
    name: row.name,
    holderName: row.holderName,
    version: row.version,
    trustLevel: row.trustLevel,
    issuer: row.issuer,
    issuedOn: row.issuedOn,
    validThrough: row.validThrough,
    addedOn: shanghaiDateOf(row.addedAt),
    sourceCaseNo: row.sourceCaseNo,
    ...ruleOf(row.trustLevel, row.validThrough, today),
    fits,
    files: row.files.map(({ name, mediaType, size, sha256 }) => ({ name, mediaType, size, sha256 })),
  };
}

/** R7: how it may be used on this day, and why not. */
export function ruleOf(trust: TrustLevel, validThrough: IsoDate | null, today: IsoDate): Pick<ReusableMaterial, 'rule' | 'reason'> {
  const rule = reuseOf(trust, validThrough, today);
  return { rule, reason: rule === 'expired' ? `${validThrough ?? ''} 到期，不能用` : null };
}
