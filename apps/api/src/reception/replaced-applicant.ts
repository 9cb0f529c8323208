import { type PaperOfAnother, paperOfAnother } from '@onewindow/domain';
import type { EventInput } from '../cases/index.js';
import type { FileRead, MaterialRead } from '../case-view/index.js';
import type { KnownVersion } from '../catalogue/index.js';
import { type CommandTx, sql } from '../platform/index.js';
import { type MaterialState, saveMaterial } from './material-statements.js';

const UNLINK_REUSED = sql('DELETE FROM case_file WHERE case_id = $1 AND library_id IS NOT NULL');

export interface PapersOnCase {
  materials: MaterialRead[];
  files: FileRead[];
}

/** What is left of the papers, and the event that tells what became of them. */
export interface PapersLetGo extends PapersOnCase {
  event: EventInput;
}

/** Another person became the applicant of a draft: of its papers stays what `paperOfAnother` leaves. */
export async function letGoOfPapers(
  tx: CommandTx,
  caseId: string,
  version: KnownVersion,
  { materials, files }: PapersOnCase,
  by: string,
): Promise<PapersLetGo> {
  const left = files.filter(({ libraryId }) => !libraryId);
  const fateOf = ({ code, verdict }: MaterialRead) =>
    paperOfAnother(
      verdict,
      left.some(({ materialCode }) => materialCode === code),
    );
  const changed = materials.flatMap((one) => {
    const fate = fateOf(one);
    return fate === 'keep' ? [] : [{ fate, state: fate === 'anew' ? unjudged(one) : missing(one) }];
  });
  for (const { state } of changed) saveMaterial(tx, caseId, state, by);
  await tx.query(UNLINK_REUSED, [caseId]);
  const namesOf = (fate: PaperOfAnother) => {
    const codes = new Set(changed.filter((one) => one.fate === fate).map(({ state }) => state.code));
    return version.definition.materials.filter(({ code }) => codes.has(code)).map(({ name }) => name);
  };
  const data = { takenAway: namesOf('gone'), judgedAnew: namesOf('anew') };
  const untouched = materials.filter((one) => fateOf(one) === 'keep');
  return {
    materials: [...untouched, ...changed.map(({ state }) => state)],
    files: left,
    event: { action: 'replaceApplicant', data },
  };
}

const missing = ({ code }: MaterialRead): MaterialState => ({ code, verdict: 'missing', defect: null, trustLevel: null, receivedAt: null });
const unjudged = ({ code, receivedAt }: MaterialRead): MaterialState => ({
  ...{ code, receivedAt },
  ...{ verdict: 'unchecked', defect: null, trustLevel: 'C' },
});
