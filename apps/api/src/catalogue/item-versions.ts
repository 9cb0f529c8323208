import { type ItemDefinition, topicOf } from '@onewindow/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CommandTx, Database, EVERYTHING, SignalBus, sql } from '../platform/index.js';
import { ItemClosed, ItemVersionNotFound, ItemVersionNotOpen } from './catalogue-problems.js';
import { FormChecker } from './form-checker.js';

/** A version that is or was published: it never changes again, so it is kept in memory; only name and department are its item's, which may. */
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
const OFFER = sql<Pick<KnownVersion, 'name' | 'departmentId'> & Pick<Offer, 'publishedVersionId' | 'closedReason'>>(
  `SELECT name, department_id AS "departmentId", published_version_id AS "publishedVersionId", closed_reason AS "closedReason"
     FROM item WHERE id = $1`,
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

/** A version beside what its item says of it at this moment. */
interface Offer {
  readonly version: KnownVersion;
  readonly publishedVersionId: string | null;
  readonly closedReason: string | null;
}

const KEEP_AT_MOST = 5_000;

/** Published versions of items, kept in memory. */
@Injectable()
export class ItemVersions implements OnModuleInit {
  private kept = new Map<string, KnownVersion>();

  constructor(
    private readonly database: Database,
    private readonly signals: SignalBus,
  ) {}

  onModuleInit(): void {
    this.signals.subscribe(({ groups }) => {
      // A new map: what is being read at this moment is kept in the old one, and forgotten with it.
      if (groups.some((group) => group.includes(topicOf.catalogue) || group.includes(EVERYTHING))) this.kept = new Map();
    });
  }

  /**
   * A published version, or one that was until a newer one came: cases stay pinned to it.
   * @param reader the transaction, when one is open: whoever holds a connection must not wait for a second one
   * @throws ItemVersionNotFound
   */
  async get(id: string, reader: Reader = this.database): Promise<KnownVersion> {
    const { kept } = this;
    const known = kept.get(id);
    if (known) return known;
    const [row] = await reader.query(FIND, [id]);
    if (!row) throw new ItemVersionNotFound();
    const version = { ...row, form: new FormChecker(row.definition.form) };
    if (kept.size >= KEEP_AT_MOST) kept.clear();
    kept.set(id, version);
    return version;
  }

  /** The same for what begins now: under the name and with the department that its item has at this moment. @throws ItemVersionNotFound */
  async getCurrent(id: string, reader: Reader = this.database): Promise<KnownVersion> {
    return (await this.offerOf(id, reader)).version;
  }

  /** The same of an item that can be applied for by itself. @throws ItemVersionNotFound, ItemClosed */
  async getAlone(id: string, reader: Reader = this.database): Promise<KnownVersion> {
    return (await this.offerAlone(id, reader)).version;
  }

  /** The version for a new case: it must be the one published now, of an item that is open. @throws ItemVersionNotFound, ItemVersionNotOpen, ItemClosed */
  async getOpen(id: string, reader: Reader = this.database): Promise<KnownVersion> {
    const { version, publishedVersionId, closedReason } = await this.offerAlone(id, reader);
    if (publishedVersionId !== id) throw new ItemVersionNotOpen();
    if (closedReason !== null) throw new ItemClosed(closedReason);
    const [closed] = await this.closedOf(version.definition.bundle?.children.filter(({ when }) => when === undefined) ?? [], reader);
    if (closed) throw new ItemClosed(`其中的${closed.name}，${closed.reason}`);
    return version;
  }

  /** 一件事: those of these children whose departments take nothing new for now. Asks nothing for an item without children. */
  async closedOf(children: readonly { readonly itemCode: string }[], reader: Reader = this.database): Promise<ClosedItem[]> {
    if (children.length === 0) return [];
    return await reader.query(CLOSED, [children.map(({ itemCode }) => itemCode)]);
  }

  private async offerAlone(id: string, reader: Reader): Promise<Offer> {
    const offer = await this.offerOf(id, reader);
    if (offer.version.definition.onlyInBundle) throw new ItemClosed('只在一件事中办理，请选一件事');
    return offer;
  }

  private async offerOf(id: string, reader: Reader): Promise<Offer> {
    const known = await this.get(id, reader);
    const [item] = await reader.query(OFFER, [known.itemId]);
    if (!item) throw new ItemVersionNotFound();
    const { name, departmentId, publishedVersionId, closedReason } = item;
    return { version: { ...known, name, departmentId }, publishedVersionId, closedReason };
  }
}
