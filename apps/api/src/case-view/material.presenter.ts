import type { CaseMaterial, FileRef, ItemDefinition } from '@onewindow/contracts';
import { checklistFor } from '@onewindow/domain';
import type { Case } from '../cases/index.js';
import type { FileRead, MaterialRead } from './case-reads.js';

/** A file as screens name it. */
export function presentFile({ id, name, mediaType, size, sha256 }: FileRead): FileRef {
  return { id, name, mediaType, size, sha256 };
}

/** The checklist of a case with what it has for each line; no row means missing (R4.1). */
export function presentMaterials(
  row: Pick<Case, 'answers' | 'form'>,
  definition: ItemDefinition,
  materials: readonly MaterialRead[],
  files: readonly FileRead[],
): CaseMaterial[] {
  const states = new Map(materials.map((material) => [material.code, material]));
  return checklistFor(definition.materials, { answers: row.answers, form: row.form }).map(({ requirement, required }) => {
    const state = states.get(requirement.code);
    return {
      code: requirement.code,
      name: requirement.name,
      required,
      isKey: requirement.isKey,
      verdict: state?.verdict ?? 'missing',
      defect: state?.defect ?? null,
      trustLevel: state?.trustLevel ?? null,
      receivedAt: state?.receivedAt?.toISOString() ?? null,
      files: files.filter((file) => file.materialCode === requirement.code).map(presentFile),
    };
  });
}
