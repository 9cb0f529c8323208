import { type CaseStatus, CASE_STATUS_LABELS, DomainError } from '@onewindow/domain';

/** R2.3: only a further notice before acceptance needs the supervisor's word. */
export class OverrideNotNeeded extends DomainError {
  constructor(status: CaseStatus, noticesServed: number) {
    super({
      code: 'supplement-override.not-needed',
      title:
        noticesServed === 0
          ? '本件还没有一次告知过，直接一次告知。'
          : `本件“${CASE_STATUS_LABELS[status]}”，再次告知限于收到补正之后、受理之前。刷新`,
      kind: 'state',
      facts: { status, noticesServed },
    });
  }
}

export class OverrideAlreadyOpen extends DomainError {
  constructor() {
    super({ code: 'supplement-override.open', title: '本件的申请已在督查员那里，等答复。', kind: 'state' });
  }
}

export class OverrideAlreadyGranted extends DomainError {
  constructor() {
    super({ code: 'supplement-override.granted', title: '督查员已放行，现在可以再次一次告知。刷新', kind: 'state' });
  }
}

export class OverrideNotFound extends DomainError {
  constructor() {
    super({ code: 'supplement-override.not-found', title: '没有这个再次告知的申请。刷新', kind: 'not-found' });
  }
}

/** R5.4's spirit: the other supervisor was first. */
export class OverrideAnswered extends DomainError {
  constructor(name: string, granted: boolean) {
    const words = granted ? '放行' : '不放行';
    super({ code: 'supplement-override.answered', title: `${name}已经答复：${words}。刷新`, kind: 'state', facts: { granted } });
  }
}

/** R2.3: what was asked for is a notice before acceptance; the case was accepted, declined or withdrawn since. */
export class OverrideOutrun extends DomainError {
  constructor(status: CaseStatus) {
    super({
      code: 'supplement-override.outrun',
      title: `本件已到“${CASE_STATUS_LABELS[status]}”，不会再次告知，这个申请不用答复。刷新`,
      kind: 'state',
      facts: { status },
    });
  }
}

/** Only what still waits for something is called about. */
export class NothingToCallAbout extends DomainError {
  constructor(status: CaseStatus) {
    super({
      code: 'case.nothing-awaited',
      title: `本件“${CASE_STATUS_LABELS[status]}”，不在等材料，不用记电话。刷新`,
      kind: 'state',
      facts: { status },
    });
  }
}
