import { type CallOptions, IntentionKeys, type ProblemError, problemOf } from '@onewindow/api-client';
import type { CaseDetail } from '@onewindow/contracts';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../../app/api.js';
import { shelfOf } from '../../app/kept.js';
import { queryClient } from '../../app/query-client.js';
import type { CaseWriter } from './case-writer.js';
import { caseKey } from './counter.queries.js';
import { putCase } from './use-counter-case.js';

/** What a clerk does to a case at the counter. */
export type CounterCommand =
  | { action: 'receive' | 'accept' | 'takeIn' }
  | { action: 'supplement'; text: string }
  | { action: 'decline'; reason: string }
  | { action: 'decide'; decision: 'grant' | 'deny'; reason: string };

export type CounterAction = CounterCommand['action'];

/** Sends one command with the version that the clerk saw. */
function send(id: string, expectedVersion: number, command: CounterCommand, options: CallOptions): Promise<CaseDetail> {
  const params = { id };
  switch (command.action) {
    case 'receive':
      return api.receiveCase({ params, body: { expectedVersion } }, options);
    case 'accept':
      return api.acceptCase({ params, body: { expectedVersion } }, options);
    case 'takeIn':
      return api.takeInCase({ params, body: { expectedVersion } }, options);
    case 'supplement':
      return api.supplementCase({ params, body: { expectedVersion, text: command.text } }, options);
    case 'decline':
      return api.declineCase({ params, body: { expectedVersion, reason: command.reason } }, options);
    case 'decide':
      return api.decideCase({ params, body: { expectedVersion, decision: command.decision, reason: command.reason } }, options);
  }
}

/**
 * The commands of the counter: each saves the draft first, goes under one key over its retries, and leaves its problem beside the bar.
 */
export function useCaseCommands({ id: caseId, status }: Pick<CaseDetail, 'id' | 'status'>, writer: CaseWriter | null) {
  // A reload in the middle of a command repeats it under its own key.
  const [keys] = useState(() => new IntentionKeys(undefined, shelfOf(`case:${caseId}`)));
  const [busy, setBusy] = useState<CounterAction | null>(null);
  const [problem, setProblem] = useState<{ action: CounterAction; problem: ProblemError; status: CaseDetail['status'] } | null>(null);

  const run = useCallback(
    async (command: CounterCommand): Promise<CaseDetail | null> => {
      if (!writer) return null;
      setBusy(command.action);
      setProblem(null);
      try {
        const detail = await writer.perform(async (version) =>
          send(caseId, version, command, { idempotencyKey: await keys.kept({ command, version }) }),
        );
        keys.settle();
        putCase(detail);
        for (const key of [caseKey(caseId), ['drafts'], ['ready']]) void queryClient.invalidateQueries({ queryKey: key });
        return detail;
      } catch (error) {
        const refused = problemOf(error);
        if (!refused.outcomeUnknown) keys.settle();
        // What hinders may have come up elsewhere since the case was read: the desk then asks for what the refusal names.
        if (refused.status === 422) void queryClient.invalidateQueries({ queryKey: caseKey(caseId) });
        setProblem({ action: command.action, problem: refused, status });
        return null;
      } finally {
        setBusy(null);
      }
    },
    [caseId, keys, status, writer],
  );

  const clearProblem = useCallback(() => setProblem(null), []);
  // The answer was lost and the outcome was learnt another way: nothing is open any more.
  const isLearnt = problem !== null && problem.problem.outcomeUnknown && problem.status !== status;
  useEffect(() => {
    if (isLearnt) keys.settle();
  }, [isLearnt, keys]);
  return { run, busy, problem: isLearnt ? null : problem, clearProblem };
}
