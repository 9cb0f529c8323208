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

/**
 * R7: another person became the applicant of a draft. Reused papers were the one's before and go; so do 容缺 and 承诺, which rest on a person's
 * credit and word (R4). What was uploaded stays and is judged anew, against whoever applies now.
 */
export async function letGoOfPapers(
  tx: CommandTx,
  caseId: string,
  version: KnownVersion,
  { materials, files }: PapersOnCase,
  by: string,
): Promise<PapersLetGo> {
  const left = files.filter(({ libraryId }) => !libraryId);
  const judged = materials.filter(({ verdict }) => verdict !== 'missing' && verdict !== 'unchecked');
  const states = judged.map((one) => unjudged(one, left));
  for (const state of states) saveMaterial(tx, caseId, state, by);
  await tx.query(UNLINK_REUSED, [caseId]);
  const namesOf = (verdict: MaterialState['verdict']) =>
    version.definition.materials
      .filter(({ code }) => states.some((state) => state.code === code && state.verdict === verdict))
      .map(({ name }) => name);
  const data = { takenAway: namesOf('missing'), judgedAnew: namesOf('unchecked') };
  const untouched = materials.filter((one) => !judged.includes(one));
  return { materials: [...untouched, ...states], files: left, event: { action: 'replaceApplicant', data } };
}

function unjudged({ code, receivedAt }: MaterialRead, files: readonly FileRead[]): MaterialState {
  const isHere = files.some(({ materialCode }) => materialCode === code);
  if (!isHere) return { code, verdict: 'missing', defect: null, trustLevel: null, receivedAt: null };
  // R7: of level C until its original was seen beside this applicant.
  return { code, verdict: 'unchecked', defect: null, trustLevel: 'C', receivedAt };
}
