import { DomainError } from '@onewindow/domain';

/** Not there, or outside what this person may see: the answer is the same, so that nothing can be probed. */
export class CaseNotFound extends DomainError {
  constructor() {
    super({ code: 'case.not-found', title: '没有找到这个办件。核对编号，或确认它属于本大厅、本部门。', kind: 'not-found' });
  }
}

/** The screen shows an older state of the case; `changed` says who was first. */
export class CaseChanged extends DomainError {
  constructor(changed: string, facts: { expectedVersion: number; version: number }) {
    super({ code: 'case.version-stale', title: `${changed}，页面上的不是最新内容。刷新后再操作。`, kind: 'state', facts });
  }
}
