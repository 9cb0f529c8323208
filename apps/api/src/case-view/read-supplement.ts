import type { ItemDefinition } from '@onewindow/contracts';
import { type Supplement, supplementOf } from '@onewindow/domain';
import type { Case } from '../cases/index.js';
import { sql } from '../platform/index.js';
import type { MaterialRead, Reader } from './case-reads.js';

const LAST_NOTICE = sql<{ at: Date; gaps: readonly { name: string }[] }>(
  `SELECT issued_at AS at, content->'gaps' AS gaps FROM notice WHERE case_id = $1 AND kind = 'supplement' ORDER BY issued_at DESC LIMIT 1`,
);

/** R2.5: what came of the supplement notice before the acceptance; null when none was served. The notice tells its points by the names of the item version. */
export async function readSupplement(
  reader: Reader,
  row: Pick<Case, 'id' | 'supplementCount'>,
  definition: Pick<ItemDefinition, 'materials'>,
  materials: readonly MaterialRead[],
): Promise<Supplement | null> {
  if (row.supplementCount === 0) return null;
  const [notice] = await reader.query(LAST_NOTICE, [row.id]);
  if (!notice) return null;
  const names = new Set(notice.gaps.map(({ name }) => name));
  const asked = definition.materials.filter(({ name }) => names.has(name)).map(({ code }) => code);
  return supplementOf({ servedAt: notice.at, asked, materials });
}
