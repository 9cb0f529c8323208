import type { MaterialVerdict, TrustLevel } from '@onewindow/domain';
import type { MaterialRead } from '../case-view/index.js';
import { type CommandTx, sql } from '../platform/index.js';

export const DELETE_FILE = sql('DELETE FROM case_file WHERE id = $1 AND case_id = $2');
const UPSERT_MATERIAL = sql(
  `INSERT INTO case_material (case_id, code, verdict, defect, trust_level, received_at, judged_by, faulty_points)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb)
   ON CONFLICT (case_id, code) DO UPDATE SET verdict = excluded.verdict, defect = excluded.defect, trust_level = excluded.trust_level,
     received_at = excluded.received_at, judged_by = excluded.judged_by, faulty_points = excluded.faulty_points,
     due_on = CASE WHEN excluded.verdict = 'deferred' THEN case_material.due_on END,
     library_id = CASE WHEN excluded.verdict = 'reused' THEN case_material.library_id END,
     issued_on = CASE WHEN excluded.verdict <> 'missing' THEN case_material.issued_on END,
     valid_through = CASE WHEN excluded.verdict <> 'missing' THEN case_material.valid_through END`,
);

const UPSERT_PROMISED = sql(
  `INSERT INTO case_material (case_id, code, verdict, due_on, judged_by) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (case_id, code) DO UPDATE SET verdict = excluded.verdict, due_on = excluded.due_on, judged_by = excluded.judged_by,
     defect = NULL, faulty_points = NULL, trust_level = NULL, received_at = NULL, library_id = NULL`,
);

/** What the case has for one requirement, as the counter leaves it. */
export interface MaterialState {
  code: string;
  verdict: MaterialVerdict;
  defect: string | null;
  /** Of a faulty one: the review points that it fails. */
  faultyPoints?: string[] | null;
  trustLevel: TrustLevel | null;
  receivedAt: Date | null;
}

export function saveMaterial(tx: CommandTx, caseId: string, state: MaterialState, judgedBy: string): void {
  const points = state.faultyPoints ? JSON.stringify(state.faultyPoints) : null;
  const values = [caseId, state.code, state.verdict, state.defect, state.trustLevel, state.receivedAt, judgedBy, points];
  tx.write(UPSERT_MATERIAL, values, [`material:${caseId}:${state.code}`]);
}

/** R4, 告知承诺: not here, and let pass with a day or a commitment. */
export function savePromised(tx: CommandTx, caseId: string, state: MaterialState & { dueOn: string | null }, by: string): Promise<unknown> {
  return tx.query(UPSERT_PROMISED, [caseId, state.code, state.verdict, state.dueOn, by]);
}

/** The state of one material; no row means missing. */
export function stateOf(materials: readonly MaterialRead[], code: string): MaterialState {
  return (
    materials.find((material) => material.code === code) ?? { code, verdict: 'missing', defect: null, trustLevel: null, receivedAt: null }
  );
}

/** The list with one state in its place. */
export function withState(materials: readonly MaterialRead[], state: MaterialState): MaterialRead[] {
  return [...materials.filter((material) => material.code !== state.code), state];
}
