import { DomainError } from '@onewindow/domain';

/** Not of the chief's department, or not of the supervisor's district. */
export class OfficerNotFound extends DomainError {
  constructor() {
    super({ code: 'handoff.officer-not-found', title: '没有找到这位承办人。可能在别的部门，回到看板看看。', kind: 'not-found' });
  }
}

/** There is nothing to hand over. */
export class NothingHeld extends DomainError {
  constructor(name: string) {
    super({ code: 'handoff.nothing-held', title: `${name}手上没有办件，不必移交。刷新看板。`, kind: 'rule' });
  }
}

/** The work goes to others, not back to the leaver. */
export class HandoffToSelf extends DomainError {
  constructor() {
    super({ code: 'handoff.to-oneself', title: '不能移交给离岗的本人。另选接手人。', kind: 'rule' });
  }
}

/** A task stands twice in a plan, or outside the department. */
export class MovesNotPlanned extends DomainError {
  constructor() {
    super({ code: 'even-out.not-planned', title: '方案与看板对不上。重新预览后再均衡。', kind: 'rule' });
  }
}
