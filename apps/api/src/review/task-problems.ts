import { DomainError, SOLE_REVIEWER } from '@onewindow/domain';

/** Not there, or in another department's hands: the same answer. */
export class TaskNotFound extends DomainError {
  constructor() {
    super({ code: 'task.not-found', title: '没有找到这项任务。它可能在别的部门，回到待办看看。', kind: 'not-found' });
  }
}

/** The screen shows an older state of the task; `changed` says who was first. */
export class TaskChanged extends DomainError {
  constructor(changed: string, facts: { expectedVersion: number; version: number }) {
    super({ code: 'task.version-stale', title: `${changed}，页面上的不是最新内容。刷新后再操作。`, kind: 'state', facts });
  }
}

/** A decision is made with the case, a result by 出证: they can't be "completed" as a review is. */
export class CompletedOtherwise extends DomainError {
  constructor(kind: 'decision' | 'issue' | 'reroute') {
    const how = {
      decision: '决定环节用“准予”或“不予许可”办完。',
      issue: '出证环节用“出证”办完。',
      reroute: '改派环节选定部门后办完。',
    } as const;
    super({ code: 'task.completed-otherwise', title: how[kind], kind: 'rule' });
  }
}

/** A consultation may object; a review passes or is returned, refused or denied by the chief. */
export class OutcomeNotOffered extends DomainError {
  constructor() {
    super({ code: 'task.outcome-not-offered', title: '审查环节不能答“不同意”。退回前一环节，或送首席代表不予许可。', kind: 'rule' });
  }
}

/** R5.6: where the item asks for two, the decider may not be the only reviewer. */
export class SecondReviewerMissing extends DomainError {
  constructor() {
    super({ code: SOLE_REVIEWER.code, title: SOLE_REVIEWER.reason, kind: 'rule' });
  }
}

/** A return needs an earlier step of the route. */
export class ReturnTargetUnknown extends DomainError {
  constructor() {
    super({ code: 'task.return-target-unknown', title: '不能退回到这个环节：它不在本环节之前。另选一个环节。', kind: 'rule' });
  }
}

/** Whoever would hold the task was deactivated a moment ago. */
export class HolderLeft extends DomainError {
  constructor() {
    super({ code: 'task.target-inactive', title: '账号刚刚停用，不能签收。请同事签收。', kind: 'rule' });
  }
}

/** The chosen receiver can't take the task. */
export class ReceiverUnfit extends DomainError {
  constructor(problem: { code: string; reason: string }) {
    super({ code: problem.code, title: problem.reason, kind: 'rule' });
  }
}
