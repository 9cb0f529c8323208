import { type ProblemError, useCommand } from '@onewindow/api-client';
import type { ActionState, TaskDetail } from '@onewindow/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { refreshTasks } from './desk.queries.js';
import { pointsInput, type ReviewDraft } from './use-review-draft.js';

export type Outcome = 'agree' | 'agreeWithConditions' | 'object';

/** What an officer does to the open task, each one command of the API. */
export type TaskIntention =
  | { verb: 'claim' }
  | { verb: 'release' }
  | { verb: 'retrieve' }
  | { verb: 'complete'; outcome: Outcome }
  | { verb: 'sendUp'; decision: 'grant' | 'deny'; reason: string }
  | { verb: 'grant' }
  | { verb: 'deny'; reason: string }
  | { verb: 'issue'; place: string }
  | { verb: 'return'; toStep: string; reason: string }
  | { verb: 'refuse'; reason: string }
  | { verb: 'transfer'; toStaffId: string; reason: string }
  | { verb: 'reassign'; toStaffId: string; reason: string }
  | { verb: 'terminate'; reason: string };

/** The verbs after which the task has left this desk: the next one opens by itself. */
const LEAVES_DESK: ReadonlySet<TaskIntention['verb']> = new Set([
  'complete',
  'sendUp',
  'grant',
  'deny',
  'issue',
  'return',
  'refuse',
  'transfer',
  'reassign',
  'terminate',
  'release',
]);

const DONE_WORDS = {
  claim: '已签收',
  release: '已放回部门池',
  retrieve: '已取回',
  complete: '已审查通过',
  sendUp: '已报送拟办意见',
  grant: '已准予',
  deny: '已不予许可',
  issue: '已出证，送窗口',
  return: '已退回前一环节',
  refuse: '已拒签，退大厅改派',
  transfer: '已转办',
  reassign: '已改派',
  terminate: '已终止',
} as const satisfies Record<TaskIntention['verb'], string>;

/** What happened, for the message under the queue. */
export interface TaskOutcome {
  /** `work`: something around the task, such as a pause. */
  verb: TaskIntention['verb'] | 'work';
  words: string;
  taskId: string;
  /** The case waits for its result, and this person may make it: 出证 comes next. */
  mayIssue: boolean;
  leaves: boolean;
}

/** The answer of a decision, as far as it is needed here. */
interface Decided {
  status: string;
  actions: readonly ActionState[];
}

function send(
  task: TaskDetail,
  draft: ReviewDraft,
  version: number,
  intention: TaskIntention,
  options: { idempotencyKey: string },
): Promise<Decided | object> {
  const params = { id: task.id };
  const onCase = { params: { id: task.caseId } };
  const expected = { expectedVersion: version };
  const caseExpected = { expectedVersion: task.case.version };
  const opinion = draft.opinion.trim();
  switch (intention.verb) {
    case 'claim':
      return api.claimTask({ params }, options);
    case 'release':
      return api.releaseTask({ params }, options);
    case 'retrieve':
      return api.retrieveTask({ params }, options);
    case 'complete':
      return api.completeTask(
        { params, body: { ...expected, outcome: intention.outcome, points: pointsInput(draft.points), opinion } },
        options,
      );
    case 'sendUp': {
      const { decision, reason } = intention;
      const proposal = { decision, opinion, points: pointsInput(draft.points), ...(decision === 'deny' ? { reason } : {}) };
      return api.sendUp({ params, body: { ...expected, ...proposal } }, options);
    }
    case 'grant':
      return api.decideCase({ ...onCase, body: { ...caseExpected, decision: 'grant', opinion } }, options);
    case 'deny':
      return api.decideCase({ ...onCase, body: { ...caseExpected, decision: 'deny', opinion, reason: intention.reason } }, options);
    case 'issue':
      return api.issueResult({ ...onCase, body: { ...caseExpected, place: intention.place } }, options);
    case 'return':
      return api.returnTask({ params, body: { ...expected, toStep: intention.toStep, reason: intention.reason } }, options);
    case 'refuse':
      return api.refuseTask({ params, body: { ...expected, reason: intention.reason } }, options);
    case 'transfer':
      return api.transferTask({ params, body: { ...expected, toStaffId: intention.toStaffId, reason: intention.reason } }, options);
    case 'reassign':
      return api.reassignTask({ params, body: { toStaffId: intention.toStaffId, reason: intention.reason } }, options);
    case 'terminate':
      return api.terminateCase({ ...onCase, body: { ...caseExpected, reason: intention.reason } }, options);
  }
}

export interface TaskCommand {
  run: (intention: TaskIntention) => void;
  busy: boolean;
  problem: ProblemError | null;
  retry: (() => void) | undefined;
  refresh: () => void;
  dismiss: () => void;
}

/**
 * One command at a time on the open task; afterwards every list and count is read anew.
 * @param onOutcome called when it went through, with what to do next
 */
export function useTaskCommand(task: TaskDetail, draft: ReviewDraft, onOutcome: (outcome: TaskOutcome) => void): TaskCommand {
  const client = useQueryClient();
  const [last, setLast] = useState<TaskIntention | null>(null);
  const command = useCommand(
    async (intention: TaskIntention, keyedBy) => {
      // A decision does not carry the points: they lie with the draft, and without them it is not made.
      if (intention.verb === 'grant' || intention.verb === 'deny') await draft.flush();
      const version = await draft.settle();
      const content = { intention, taskId: task.id, version, caseVersion: task.case.version, points: draft.points, opinion: draft.opinion };
      return send(task, draft, version, intention, keyedBy(content));
    },
    {
      onDone: (answer, { verb }) => {
        draft.forget();
        const decided = verb === 'grant' || verb === 'deny' ? (answer as Decided) : null;
        const waits = decided?.status === 'decided';
        onOutcome({
          verb,
          words: `${verb === 'complete' && task.kind === 'consultation' ? '已答复' : DONE_WORDS[verb]} ${task.title}${waits ? '，待出证' : ''}。`,
          taskId: task.id,
          mayIssue: waits && decided.actions.some(({ action, allowed }) => action === 'issue' && allowed),
          leaves: LEAVES_DESK.has(verb),
        });
        void refreshTasks(client, task.caseId);
      },
      onRefused: draft.resume,
    },
  );
  const run = (intention: TaskIntention) => {
    if (command.isPending) return;
    setLast(intention);
    command.mutate(intention);
  };
  return {
    run,
    busy: command.isPending,
    problem: command.error,
    retry: last ? () => run(last) : undefined,
    refresh: () => {
      command.reset();
      void refreshTasks(client, task.caseId);
    },
    dismiss: command.reset,
  };
}
