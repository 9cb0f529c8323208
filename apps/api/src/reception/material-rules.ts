import type { CaseMaterial, ItemDefinition } from '@onewindow/contracts';
import { type CaseStatus, checklistFor } from '@onewindow/domain';
import type { Case } from '../cases/index.js';
import { type FileRead, type MaterialRead, presentMaterials } from '../case-view/index.js';
import type { KnownVersion } from '../catalogue/index.js';
import { MaterialNotAsked, MaterialsClosed } from './reception-problems.js';

/** Until acceptance the counter may correct: R2.2 on the spot, R2.3 after the notice. */
const BEFORE_ACCEPTANCE: ReadonlySet<CaseStatus> = new Set(['draft', 'received', 'supplementing']);

/** Is the case still on the counter, its papers and its form open to correction? */
export function isBeforeAcceptance(status: CaseStatus): boolean {
  return BEFORE_ACCEPTANCE.has(status);
}

/** The requirement under this case's answers. @throws MaterialsClosed (409), MaterialNotAsked (404) */
export function requireOpenMaterial(row: Case, { definition }: KnownVersion, code: string): ItemDefinition['materials'][number] {
  if (!isBeforeAcceptance(row.status)) throw new MaterialsClosed(row.status);
  const asked = checklistFor(definition.materials, { answers: row.answers, form: row.form }).some(
    ({ requirement }) => requirement.code === code,
  );
  const requirement = asked ? definition.materials.find((material) => material.code === code) : undefined;
  if (!requirement) throw new MaterialNotAsked();
  return requirement;
}

/** One line of the checklist as the screen shows it. */
export function presentOne(
  row: Case,
  version: KnownVersion,
  code: string,
  materials: readonly MaterialRead[],
  files: readonly FileRead[],
): CaseMaterial {
  const line = presentMaterials(row, version.definition, materials, files).find((material) => material.code === code);
  if (!line) throw new MaterialNotAsked();
  return line;
}
