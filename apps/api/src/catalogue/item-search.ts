import type { ItemSummary } from '@onewindow/contracts';
import { Injectable, Logger } from '@nestjs/common';
import { Organisation } from '../organisation/index.js';
import { Database, sql } from '../platform/index.js';

interface ItemRow {
  id: string;
  code: string;
  name: string;
  initials: string;
  departmentId: string;
  kind: ItemSummary['kind'];
  statutoryLimit: number | null;
  promisedLimit: number | null;
  versionId: string;
  closedReason: string | null;
}

/** An item with its texts as they are compared. */
interface ListedItem extends ItemRow {
  title: string;
  number: string;
}

/** 一件事 is closed while a department takes nothing new that it can not do without. */
const LIST = sql<ItemRow>(
  `SELECT i.id, i.code, i.name, i.initials, i.department_id AS "departmentId", v.id AS "versionId",
          COALESCE(i.closed_reason, (SELECT '其中的' || o.name || '，' || o.closed_reason
                                       FROM json_array_elements(v.definition->'bundle'->'children') AS k(child) JOIN item o ON o.code = k.child->>'itemCode'
                                      WHERE k.child->'when' IS NULL AND o.closed_reason IS NOT NULL ORDER BY o.code LIMIT 1)) AS "closedReason",
          v.definition->>'kind' AS kind, (v.definition->>'statutoryLimit')::integer AS "statutoryLimit",
          (v.definition->>'promisedLimit')::integer AS "promisedLimit"
   FROM item i JOIN item_version v ON v.id = i.published_version_id
   WHERE v.definition->>'onlyInBundle' IS NULL ORDER BY i.code`,
);

/** What another process publishes is found here within this time. */
const KEEP_MILLISECONDS = 15_000;
const NO_MATCH = Infinity;

/** Finds items by name, pinyin initials and code. The list is short (some thousands) and stays in memory. */
@Injectable()
export class ItemSearch {
  private readonly logger = new Logger(ItemSearch.name);
  private kept: { items: readonly ListedItem[]; until: number } | undefined;
  private loading: Promise<readonly ListedItem[]> | undefined;
  /** Grows with every refresh, so that a reading begun before it is not kept. */
  private generation = 0;

  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
  ) {}

  /** The best matches first: beginning of the code, of the name, of the initials, then anywhere in them; items that are closed come last. */
  async find(q: string | undefined, limit: number): Promise<ItemSummary[]> {
    const items = await this.items();
    const organisation = await this.organisation.snapshot({ departments: new Set(items.map((item) => item.departmentId)) });
    const words = normalise(q ?? '');
    return items
      .map((item) => ({ item, rank: rankOf(item, words) }))
      .filter(({ rank }) => rank !== NO_MATCH)
      .sort((a, b) => a.rank - b.rank || compare(a.item.code, b.item.code))
      .slice(0, limit)
      .map(({ item }) => ({
        id: item.id,
        code: item.code,
        name: item.name,
        initials: item.initials,
        department: organisation.departmentRef(item.departmentId),
        kind: item.kind,
        statutoryLimit: item.statutoryLimit,
        promisedLimit: item.promisedLimit,
        versionId: item.closedReason === null ? item.versionId : null,
        open: item.closedReason === null,
        closedReason: item.closedReason,
        favourite: false,
      }));
  }

  /** The next search reads anew. */
  refresh(): void {
    this.generation += 1;
    this.kept = undefined;
    this.loading = undefined;
  }

  private async items(): Promise<readonly ListedItem[]> {
    if (!this.kept) return await this.reload();
    if (performance.now() >= this.kept.until) {
      this.reload().catch((error: unknown) => this.logger.warn({ error }, 'the catalogue was not read anew'));
    }
    return this.kept.items;
  }

  private reload(): Promise<readonly ListedItem[]> {
    this.loading ??= this.load().finally(() => (this.loading = undefined));
    return this.loading;
  }

  private async load(): Promise<readonly ListedItem[]> {
    const { generation } = this;
    const rows = await this.database.query(LIST);
    const items = rows.map((row) => ({ ...row, title: normalise(row.name), number: row.code.toLowerCase() }));
    // An empty catalogue is about to be filled: it is not worth keeping.
    if (generation === this.generation && items.length > 0) this.kept = { items, until: performance.now() + KEEP_MILLISECONDS };
    return items;
  }
}

/** Half width, lower case, without blanks: as scanners and input methods may give it. */
function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}

function rankOf(item: ListedItem, words: string): number {
  const rank = matchRank(item, words);
  return rank === NO_MATCH || item.closedReason === null ? rank : rank + 100;
}

function matchRank({ number, title, initials }: ListedItem, words: string): number {
  if (words === '') return 0;
  if (number.startsWith(words)) return number === words ? 0 : 1;
  if (title.startsWith(words)) return 2;
  if (initials.startsWith(words)) return 3;
  if (title.includes(words)) return 4;
  if (initials.includes(words)) return 5;
  return number.includes(words) ? 6 : NO_MATCH;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
