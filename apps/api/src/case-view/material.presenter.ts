import type { CaseMaterial, FileRef, ItemDefinition } from '@onewindow/contracts';
import { checklistFor, reuseWatermark, shanghaiDateOf } from '@onewindow/domain';
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
  const states = new Map(materials.map((material) => [material.code, material]));
  return checklistFor(definition.materials, { answers: row.answers, form: row.form }).map(({ requirement, required }) => {
    const state = states.get(requirement.code);
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
  });
}

/** R7: what was used again, and the words that its copies carry in this case. */
function presentReuse({ caseNo }: Shown, state: MaterialRead): CaseMaterial['reuse'] {
  if (state.verdict !== 'reused' || !state.libraryId || state.receivedAt === null) return null;
  const watermark = reuseWatermark(caseNo, shanghaiDateOf(state.receivedAt));
  return { entryId: state.libraryId, version: state.libraryVersion ?? 1, watermark };
}
