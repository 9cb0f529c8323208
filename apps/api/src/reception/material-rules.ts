import type { CaseMaterial, ItemDefinition } from '@onewindow/contracts';
import { checklistFor, isBeforeAcceptance } from '@onewindow/domain';
import type { Case } from '../cases/index.js';
import { type FileRead, type MaterialRead, presentMaterials } from '../case-view/index.js';
import type { KnownVersion } from '../catalogue/index.js';
import { MaterialNotAsked, MaterialsClosed } from './reception-problems.js';

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
