import { DomainError } from '@onewindow/domain';

/** Not there, or of another department. */
export class DelegationNotFound extends DomainError {
  constructor() {
    super({ code: 'delegation.not-found', title: '没有找到这次代理授权。它可能属于别的部门，刷新列表。', kind: 'not-found' });
  }
}

/** Neither the absent officer nor a chief of their department. */
export class DelegationNotYours extends DomainError {
  constructor() {
    super({ code: 'delegation.not-yours', title: '代理授权由本人或本部门首席代表办理。请他们办理。', kind: 'forbidden' });
  }
}

/** What R5.4 says against it. */
export class DelegationRefused extends DomainError {
  constructor({ code, reason }: { code: string; reason: string }) {
    super({ code, title: `${reason}。`, kind: 'rule' });
  }
}

/** It ended before. */
export class DelegationOver extends DomainError {
  constructor() {
    super({ code: 'delegation.over', title: '这次代理已经结束。刷新列表。', kind: 'state' });
  }
}
