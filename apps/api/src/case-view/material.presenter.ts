import type { CaseMaterial, FileRef, ItemDefinition } from '@onewindow/contracts';
import { checklistFor, type ChecklistLine, reuseWatermark, shanghaiDateOf } from '@onewindow/domain';
import type { Case } from '../cases/index.js';
import type { FileRead, MaterialRead } from './case-reads.js';

/** A file as screens name it. */
export function presentFile({ id, name, mediaType, size, sha256 }: FileRead): FileRef {
  return { id, name, mediaType, size, sha256 };
}

/** R7: what was used again goes out as a copy with its watermark across every page. */
const STAMPED = 'application/pdf';

type Shown = Pick<Case, 'answers' | 'form' | 'caseNo'>;

/** The checklist of a case with what it has for each line; no row means missing (R4.1). */
export function presentMaterials(
  row: Shown,
  definition: ItemDefinition,
  materials: readonly MaterialRead[],
  files: readonly FileRead[],
): CaseMaterial[] {
  return checklistFor(definition.materials, { answers: row.answers, form: row.form }).map((line) => present(row, line, materials, files));
}

/** One material, asked for by now or not: what was promised or asked for is taken in though the form has changed since (R3.3, R4.3). */
export function presentMaterial(
  row: Shown,
  definition: ItemDefinition,
  materials: readonly MaterialRead[],
  files: readonly FileRead[],
  code: string,
): CaseMaterial | null {
  const asked = checklistFor(definition.materials, { answers: row.answers, form: row.form });
  const requirement = definition.materials.find((material) => material.code === code);
  if (!requirement) return null;
  const line = asked.find((one) => one.requirement.code === code) ?? { requirement, required: false };
  return present(row, line, materials, files);
}

function present(
  row: Shown,
  { requirement, required }: ChecklistLine,
  materials: readonly MaterialRead[],
  files: readonly FileRead[],
): CaseMaterial {
  const state = materials.find((material) => material.code === requirement.code);
  const reuse = state && presentReuse(row, state);
  return {
    code: requirement.code,
    name: requirement.name,
    required,
    isKey: requirement.isKey,
    verdict: state?.verdict ?? 'missing',
    defect: state?.defect ?? null,
    faultyPoints: state?.defect ? (state.faultyPoints ?? []) : [],
    trustLevel: state?.trustLevel ?? null,
    receivedAt: state?.receivedAt?.toISOString() ?? null,
    dueOn: state?.verdict === 'deferred' ? (state.dueOn ?? null) : null,
    issuedOn: state?.issuedOn ?? null,
    validThrough: state?.validThrough ?? null,
    reuse: reuse ?? null,
    files: files
      .filter((file) => file.materialCode === requirement.code)
      .map((file) => (reuse && file.libraryId ? { ...presentFile(file), mediaType: STAMPED } : presentFile(file))),
  };
}

/** R7: what was used again, and the words that its copies carry in this case. */
function presentReuse({ caseNo }: Shown, state: MaterialRead): CaseMaterial['reuse'] {
  if (state.verdict !== 'reused' || !state.libraryId || state.receivedAt === null) return null;
  const watermark = reuseWatermark(caseNo, shanghaiDateOf(state.receivedAt));
  return { entryId: state.libraryId, version: state.libraryVersion ?? 1, watermark };
}
