import { type ItemDefinition, type ItemDefinitionInput, topicOf } from '@onewindow/contracts';
import { canonicalJson, type JsonValue, plainItemCode } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type CommandTx, newId, sql } from '../platform/index.js';
import { assembleBundle } from './bundle-assembly.js';
import { DefinitionFaulty } from './catalogue-problems.js';
import { checkDefinition } from './definition-faults.js';
import { paperFaults } from './item-papers.js';
import { ItemSearch } from './item-search.js';
import { pinyinInitials } from './pinyin-initials.js';
import { routeDepartments, routeHints } from './route-faults.js';

export interface PublishInput {
  /** 实施编码 (R8.3): the item that it is a version of; created when there is none. */
  code: string;
  name: string;
  departmentCode: string;
  definition: ItemDefinitionInput;
  /** Why it is listed but can't be taken yet; null when it is open. */
  closedReason?: string | null;
}

const LOCK_ITEM = sql<{ id: string; publishedVersionId: string | null; definition: ItemDefinition | null; last: number | null }>(
  `SELECT i.id, i.published_version_id AS "publishedVersionId",
          (SELECT v.definition FROM item_version v WHERE v.id = i.published_version_id) AS definition,
          (SELECT max(v.version) FROM item_version v WHERE v.item_id = i.id) AS last
   FROM item i WHERE i.code = $1 FOR UPDATE`,
);
const SAVE_ITEM = sql(
  `INSERT INTO item (id, code, name, initials, department_id, published_version_id, closed_reason) VALUES ($1, $2, $3, $4, $5, $6, $7)
   ON CONFLICT (id) DO UPDATE SET name = excluded.name, initials = excluded.initials, department_id = excluded.department_id,
     published_version_id = excluded.published_version_id, closed_reason = excluded.closed_reason`,
);
const RETIRE = sql(`UPDATE item_version SET status = 'retired' WHERE item_id = $1 AND status = 'published' AND id <> $2`);
const INSERT_VERSION = sql(
  `INSERT INTO item_version (id, item_id, version, status, published_at, definition) VALUES ($1, $2, $3, 'published', $4, $5)`,
);

/** Publishes versions of items; a published one never changes again. */
@Injectable()
export class CataloguePublisher {
  constructor(private readonly search: ItemSearch) {}

  /**
   * Publishes a definition as the item's next version and opens it to new cases; the same definition again changes nothing but the name,
   * the department and whether it is open.
   * @returns `hints`: what to know of the route all the same, in Chinese
   * @throws DefinitionFaulty (422, `item.definition-invalid`) with every fault
   */
  async publish(tx: CommandTx, written: PublishInput): Promise<{ itemId: string; versionId: string; hints: string[] }> {
    const input = { ...written, code: plainItemCode(written.code) };
    const [{ ids, departments }, [item]] = await Promise.all([routeDepartments(tx), tx.query(LOCK_ITEM, [input.code])]);
    const departmentId = ids.get(input.departmentCode);
    const laid = await assembleBundle(tx, input.definition);
    const { definition, faults } = checkDefinition({ ...input, definition: laid.definition, departments });
    if (departmentId === undefined)
      throw new DefinitionFaulty(input.name, [{ path: 'departmentCode', message: `没有部门“${input.departmentCode}”` }]);
    if (!definition || laid.faults.length > 0) throw new DefinitionFaulty(input.name, [...laid.faults, ...faults]);
    if (definition.kind === 'bundle' && !definition.bundle && (input.closedReason ?? null) === null)
      throw new DefinitionFaulty(input.name, [{ path: 'bundle', message: '一件事没有子项，不能开放受理' }]);
    const unknownPapers = await paperFaults(tx, definition);
    if (unknownPapers.length > 0) throw new DefinitionFaulty(input.name, unknownPapers);
    const itemId = item?.id ?? newId();
    const unchanged = item?.publishedVersionId && item.definition && sameJson(item.definition, definition);
    const versionId = unchanged ? (item.publishedVersionId ?? newId()) : newId();
    const initials = await pinyinInitials(input.name);
    await tx.query(SAVE_ITEM, [itemId, input.code, input.name, initials, departmentId, versionId, input.closedReason ?? null]);
    if (!unchanged) {
      const values = [versionId, itemId, (item?.last ?? 0) + 1, tx.now, JSON.stringify(definition)];
      await Promise.all([tx.query(INSERT_VERSION, values), tx.query(RETIRE, [itemId, versionId])]);
    }
    this.search.refresh();
    tx.touch(topicOf.catalogue);
    return { itemId, versionId, hints: routeHints(definition, input.departmentCode, departments) };
  }
}

function sameJson(one: unknown, other: unknown): boolean {
  const plain = (value: unknown): JsonValue => JSON.parse(JSON.stringify(value)) as JsonValue;
  return canonicalJson(plain(one)) === canonicalJson(plain(other));
}
