import type { ItemDefinition } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import { type CommandTx, Database, sql } from '../platform/index.js';
import { ItemClosed, ItemVersionNotFound, ItemVersionNotOpen } from './catalogue-problems.js';
import { FormChecker } from './form-checker.js';

/** A version that is or was published: it never changes again, so it is kept in memory. */
export interface KnownVersion {
  readonly id: string;
  readonly itemId: string;
  readonly code: string;
  readonly name: string;
  readonly version: number;
  readonly departmentId: string;
  readonly publishedAt: Date;
  readonly definition: ItemDefinition;
  readonly form: FormChecker;
}

type Reader = Pick<CommandTx, 'query'>;
type VersionRow = Omit<KnownVersion, 'form'>;

const FIND = sql<VersionRow>(
  `SELECT v.id, v.item_id AS "itemId", i.code, i.name, v.version, i.department_id AS "departmentId", v.published_at AS "publishedAt", v.definition
   FROM item_version v JOIN item i ON i.id = v.item_id
   WHERE v.id = $1 AND v.status IN ('published', 'retired') AND v.published_at IS NOT NULL`,
);
const IS_OPEN = sql<{ publishedVersionId: string | null; closedReason: string | null }>(
  `SELECT published_version_id AS "publishedVersionId", closed_reason AS "closedReason" FROM item WHERE id = $1`,
);
const CLOSED = sql<ClosedItem>(
  `SELECT code, name, closed_reason AS reason FROM item WHERE code = ANY($1::text[]) AND closed_reason IS NOT NULL ORDER BY code`,
);

/** An item that its department takes no more for now. */
export interface ClosedItem {
  readonly code: string;
  readonly name: string;
  readonly reason: string;
}

const KEEP_AT_MOST = 5_000;

/** Published versions of items, kept in memory. */
@Injectable()
export class ItemVersions {
  private readonly kept = new Map<string, KnownVersion>();

  constructor(private readonly database: Database) {}

  /**
   * A published version, or one that was until a newer one came: cases stay pinned to it.
   * @param reader the transaction, when one is open: whoever holds a connection must not wait for a second one
   * @throws ItemVersionNotFound
   */
  async get(id: string, reader: Reader = this.database): Promise<KnownVersion> {
    const known = this.kept.get(id);
    if (known) return known;
    const [row] = await reader.query(FIND, [id]);
    if (!row) throw new ItemVersionNotFound();
    const version = { ...row, form: new FormChecker(row.definition.form) };
    if (this.kept.size >= KEEP_AT_MOST) this.kept.clear();
    this.kept.set(id, version);
    return version;
  }

  /** The same of an item that can be applied for by itself. @throws ItemVersionNotFound, ItemClosed */
  async getAlone(id: string, reader: Reader = this.database): Promise<KnownVersion> {
    const version = await this.get(id, reader);
    if (version.definition.onlyInBundle) throw new ItemClosed('只在一件事中办理，请选一件事');
    return version;
  }

  /** The version for a new case: it must be the one published now, of an item that is open. @throws ItemVersionNotFound, ItemVersionNotOpen, ItemClosed */
  async getOpen(id: string, reader: Reader = this.database): Promise<KnownVersion> {
    const version = await this.getAlone(id, reader);
    const [item] = await reader.query(IS_OPEN, [version.itemId]);
    if (item?.publishedVersionId !== id) throw new ItemVersionNotOpen();
    if (item.closedReason !== null) throw new ItemClosed(item.closedReason);
    const [closed] = await this.closedOf(version.definition.bundle?.children.filter(({ when }) => when === undefined) ?? [], reader);
    if (closed) throw new ItemClosed(`其中的${closed.name}，${closed.reason}`);
    return version;
  }

  /** 一件事: those of these children whose departments take nothing new for now. Asks nothing for an item without children. */
  async closedOf(children: readonly { readonly itemCode: string }[], reader: Reader = this.database): Promise<ClosedItem[]> {
    if (children.length === 0) return [];
    return await reader.query(CLOSED, [children.map(({ itemCode }) => itemCode)]);
  }
}
