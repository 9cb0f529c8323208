import { type DeferralProblem, type DeferralProblemCode, DomainError } from '@onewindow/domain';

const CODES = {
  item: 'deferral.item-not-allowed',
  barred: 'deferral.closed',
  'not-required': 'deferral.not-required',
  key: 'deferral.key-material',
  quota: 'deferral.quota-used',
  day: 'deferral.day-out-of-range',
} as const satisfies Record<DeferralProblemCode, string>;

/** What the clerk does instead. */
const INSTEAD = {
  item: '当场收齐，或一次告知补正',
  barred: '当场收齐，或由督查员恢复后再容缺',
  'not-required': '不交即可',
  key: '当场收齐，或一次告知补正',
  quota: '当场收齐，或一次告知补正',
  day: '改补交日',
} as const satisfies Record<DeferralProblemCode, string>;

/** R4: this material can't be deferred, or not to that day. */
export class NotDeferrable extends DomainError {
  constructor(name: string, { code, reason }: DeferralProblem) {
    super({ code: CODES[code], title: `${name}不能容缺：${reason}。${INSTEAD[code]}。`, kind: 'rule' });
  }
}

/** It lies on the counter already. */
export class NothingToDefer extends DomainError {
  constructor(name: string) {
    super({ code: 'deferral.already-here', title: `${name}已经合格，不用容缺或承诺。刷新`, kind: 'state' });
  }
}

/** 告知承诺: only where the item allows it, and only for materials that a promise may stand for. */
export class NotPromisable extends DomainError {
  constructor(name: string, reason: string) {
    super({ code: 'commitment.not-allowed', title: `${name}不能以承诺代替：${reason}。当场收齐，或一次告知补正。`, kind: 'rule' });
  }
}

/** This case did not promise that material. */
export class DeferredNotFound extends DomainError {
  constructor() {
    super({ code: 'deferral.not-found', title: '本件没有容缺这份材料。核对受理编号，或刷新。', kind: 'not-found' });
  }
}

/** Somebody took it in before. */
export class DeferredSettled extends DomainError {
  constructor(name: string) {
    super({ code: 'deferral.settled', title: `${name}已经收齐。刷新`, kind: 'state' });
  }
}

/** The case ended: nothing is owed any more. */
export class DeferralEnded extends DomainError {
  constructor(statusLabel: string) {
    super({ code: 'deferral.case-ended', title: `本件“${statusLabel}”，容缺材料不用再交。刷新`, kind: 'state' });
  }
}

/** Nobody to lift it for: lifted by a colleague, or never closed. */
export class NothingToLift extends DomainError {
  constructor() {
    super({ code: 'deferral.nothing-to-lift', title: '这位申请人的容缺没有关着，可能已经恢复。刷新', kind: 'state' });
  }
}

/** Not promised in this case, or another department's to check. */
export class CommitmentNotFound extends DomainError {
  constructor() {
    super({ code: 'commitment.not-found', title: '没有这份要核查的承诺，或由别的部门核查。刷新', kind: 'not-found' });
  }
}

/** Somebody wrote down the outcome before. */
export class CommitmentChecked extends DomainError {
  constructor(name: string) {
    super({ code: 'commitment.checked', title: `${name}的承诺已经核查过。刷新`, kind: 'state' });
  }
}

export class DeferredFileNotFound extends DomainError {
  constructor() {
    super({ code: 'deferral.file-not-found', title: '这份材料没有这个文件，可能已经删去。刷新', kind: 'not-found' });
  }
}
