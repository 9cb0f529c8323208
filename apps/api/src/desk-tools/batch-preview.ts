import type { DeskBatchPreview } from '@onewindow/contracts';
import { BATCH_OUTCOMES, batchLikeness, batchRefusal } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Database } from '../platform/index.js';
import { TaskNotFound } from '../review/index.js';
import { BatchCandidates } from './batch-candidates.js';

/** Says before a batch which of the ticked tasks can be part of it, and of every other why not. */
@Injectable()
export class BatchPreview {
  constructor(
    private readonly database: Database,
    private readonly candidates: BatchCandidates,
  ) {}

  async of(actor: Actor, taskIds: readonly string[]): Promise<DeskBatchPreview> {
    const found = await this.candidates.of(this.database, actor, taskIds);
    const like = batchLikeness(found.map(({ rules }) => rules));
    const sample = found.find(({ rules }) => rules.itemId === like?.itemId && rules.stepKey === like.stepKey)?.task;
    const byId = new Map(found.map((candidate) => [candidate.task.id, candidate]));
    const unknown = new TaskNotFound();
    return {
      like: sample
        ? { itemName: sample.itemName, stepName: sample.stepName, kind: sample.kind, outcome: BATCH_OUTCOMES[sample.kind] }
        : null,
      points: sample?.points.map(({ text }) => text) ?? [],
      items: [...new Set(taskIds)].map((taskId) => {
        const candidate = byId.get(taskId);
        if (!candidate || !like) return { taskId, caseNo: '', title: '', code: unknown.code, reason: unknown.title };
        const refusal = batchRefusal(candidate.rules, like);
        const { caseNo, title } = candidate.task;
        return { taskId, caseNo, title, code: refusal?.code ?? null, reason: refusal?.reason ?? null };
      }),
    };
  }
}
