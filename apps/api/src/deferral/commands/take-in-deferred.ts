import type { Endpoints, InputOf, ResponseOf } from '@onewindow/contracts';
import { CASE_STATUS_LABELS, MATERIAL_VERDICT_LABELS, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type Case, type EventInput, faultColumns, MaterialNeedsFile, requireKnownPoints } from '../../cases/index.js';
import { FILES_OF_CASE, MATERIALS_OF_CASE, type MaterialRead, presentMaterial, requireBroughtHere } from '../../case-view/index.js';
import type { KnownVersion } from '../../catalogue/index.js';
import type { DeferredMaterial } from '../../credit/index.js';
import { type Actor, type CommandContext, CommandRunner, type CommandTx, sql } from '../../platform/index.js';
import { CloseDecision } from '../../review/index.js';
import { DeferralEnded, DeferredNotFound, DeferredSettled } from '../deferral-problems.js';
import { PromiseShelf } from '../promise-shelf.js';
import { endedOn } from '../promise-steps.js';

type Input = InputOf<Endpoints['takeInDeferred']>;
type Answer = ResponseOf<Endpoints['takeInDeferred']>;

const JUDGE = sql(
  `UPDATE case_material SET verdict = $3::varchar, defect = $4, trust_level = $5, received_at = $6, judged_by = $7,
          due_on = CASE WHEN $3::varchar = 'deferred' THEN due_on END, faulty_points = $8::jsonb
    WHERE case_id = $1 AND code = $2`,
);

/** The promise of this case's material, which may now be kept at this counter (通办). @throws the reasons why not */
export function requireOpenPromise(
  actor: Actor,
  row: Case,
  { definition }: Pick<KnownVersion, 'definition'>,
  promise: DeferredMaterial | null,
): DeferredMaterial {
  requireBroughtHere(actor, row, definition);
  if (promise === null) throw new DeferredNotFound();
  if (promise.settledAt !== null) throw new DeferredSettled(promise.materialName);
  if (endedOn(row) !== null) throw new DeferralEnded(CASE_STATUS_LABELS[row.status]);
  return promise;
}

/** 收容缺材料: the promised paper is here and good, or it is not good and stays owed. The last one lets a waiting result go out (R4.4). */
@Injectable()
export class TakeInDeferred {
  constructor(
    private readonly runner: CommandRunner,
    private readonly shelf: PromiseShelf,
    private readonly closing: CloseDecision,
  ) {}

  run(ctx: CommandContext, { params: { id, code }, body }: Input): Promise<Answer> {
    return this.runner.run(ctx, async (tx) => {
      const row = await this.shelf.cases.lockSeen(tx, ctx.actor, id, body.expectedVersion);
      const [found, materials, files, version] = await Promise.all([
        this.shelf.ledger.find(tx, id, code),
        tx.query(MATERIALS_OF_CASE, [id]),
        tx.query(FILES_OF_CASE, [id]),
        this.shelf.versions.get(row.itemVersionId, tx),
      ]);
      const promise = requireOpenPromise(ctx.actor, row, version, found);
      const requirement = version.definition.materials.find((material) => material.code === code);
      if (requirement) requireKnownPoints(requirement, body.points);
      const isElectronic = requirement?.medium === 'electronic';
      const isGood = body.verdict === 'qualified';
      if (isGood && isElectronic && !files.some((file) => file.materialCode === code)) throw new MaterialNeedsFile();
      const today = shanghaiToday(tx.now);
      const arrivedOn = promise.arrivedOn ?? today;
      // R4.3: a paper that came in time keeps its promise however late it is looked at; one that is no good has not come.
      const isLate = today > promise.dueOn && (arrivedOn > promise.dueOn || !isGood);
      const failed = isLate ? await this.shelf.steps.fail(tx, promise) : [];
      const state = judged(code, materials, body, tx.now);
      const left = materials.filter((one) => one.verdict === 'deferred' && (one.code !== code || !isGood)).length;
      await Promise.all([
        tx.query(JUDGE, [
          ...[id, code, state.verdict, state.defect, state.trustLevel, state.receivedAt, ctx.actor.staffId],
          state.faultyPoints ? JSON.stringify(state.faultyPoints) : null,
        ]),
        isGood ? this.shelf.ledger.settle(tx, id, code, arrivedOn) : this.shelf.ledger.arrive(tx, id, code, null),
      ]);
      await this.shelf.cases.save(tx, row, {}, ctx, [...failed, takenIn(promise, body, arrivedOn, left)]);
      if (left === 0) await this.release(tx, row, version);
      // R7: it serves the applicant's next case like what lay there at the acceptance.
      if (isGood) tx.appendOutbox('shelve-materials', { caseId: id, codes: [code] });
      const known = materials.map((one) => (one.code === code ? state : one));
      const material = presentMaterial(row, version.definition, known, files, code);
      if (!material) throw new DeferredNotFound();
      return { material, version: row.version, left };
    });
  }

  /** R4.4: a result that the system issues waited for the last deferred paper. */
  private async release(tx: CommandTx, row: Case, { definition }: KnownVersion): Promise<void> {
    if (row.status !== 'decided' || row.decision !== 'grant' || !definition.result.electronic) return;
    await this.closing.issueElectronic(tx, row, await this.closing.subjectOf(tx, row));
  }
}

function judged(code: string, materials: readonly MaterialRead[], body: Input['body'], now: Date): MaterialRead {
  const before = materials.find((one) => one.code === code);
  if (body.verdict === 'faulty') {
    const kept = { trustLevel: before?.trustLevel ?? null, dueOn: before?.dueOn ?? null };
    return { code, verdict: 'deferred', ...faultColumns(body), receivedAt: null, ...kept };
  }
  return { code, verdict: 'qualified', defect: null, receivedAt: now, trustLevel: body.trustLevel ?? before?.trustLevel ?? null };
}

function takenIn(promise: DeferredMaterial, body: Input['body'], arrivedOn: string, left: number): EventInput {
  const { code, materialName, dueOn } = promise;
  const verdict = {
    verdict: body.verdict,
    verdictName: MATERIAL_VERDICT_LABELS[body.verdict],
    defect: faultColumns(body).defect ?? undefined,
  };
  return { action: 'takeInDeferred', data: { material: code, materialName, ...verdict, dueOn, arrivedOn, left } };
}
