import { DomainError } from '@onewindow/domain';

/** Removed meanwhile on another machine, or never this person's. */
export class SearchNotFound extends DomainError {
  constructor() {
    super({ code: 'desk.search-not-found', title: '没有这个常用筛选，可能已删。刷新。', kind: 'not-found' });
  }
}

/** As many as the desk can show. */
export class TooManySearches extends DomainError {
  constructor(most: number) {
    super({ code: 'desk.too-many-searches', title: `常用筛选最多 ${most} 个。删一个再存。`, kind: 'rule', facts: { most } });
  }
}

/** Phrases of the department belong to its chief. */
export class DepartmentPhrasesByChief extends DomainError {
  constructor() {
    super({ code: 'desk.department-phrases-by-chief', title: '本部门的常用语由首席代表设定。存为自己的常用语。', kind: 'forbidden' });
  }
}

/** One sentence on two keys would be of no use. */
export class PhraseTwice extends DomainError {
  constructor(phrase: string) {
    super({ code: 'desk.phrase-twice', title: `常用语“${phrase}”重复。删去一条。`, kind: 'rule' });
  }
}

/** Why a draft can't be sent up. */
export class NotSentUp extends DomainError {
  constructor(reason: string) {
    super({ code: 'task.not-sent-up', title: `${reason}。`, kind: 'rule' });
  }
}

/** There is no decision to look ahead to. */
export class NoDecisionAhead extends DomainError {
  constructor() {
    super({ code: 'notice.nothing-to-preview', title: '本件不在审批中，不会再出决定书。刷新办件。', kind: 'state' });
  }
}

/** Nothing is left of what was ticked. */
export class BatchEmpty extends DomainError {
  constructor() {
    super({ code: 'batch.nothing-to-do', title: '所选办件都不能批量办。看每件的原因，逐件办。', kind: 'rule' });
  }
}

/** Not there, or another officer's. */
export class BatchNotFound extends DomainError {
  constructor() {
    super({ code: 'batch.not-found', title: '没有这次批量办理。回到待办。', kind: 'not-found' });
  }
}
