import { DomainError } from '@onewindow/domain';

export class CorrectionNotFound extends DomainError {
  constructor() {
    super({ code: 'correction.not-found', title: '没有这个补正要求。它可能在别的大厅、部门，刷新列表。', kind: 'not-found' });
  }
}

/** It was answered or called off meanwhile. */
export class CorrectionClosed extends DomainError {
  constructor(label: string) {
    super({ code: 'correction.closed', title: `这个补正要求${label}。刷新`, kind: 'state' });
  }
}

/** The case has been decided or has ended: nothing is asked of the applicant any more. */
export class CorrectionCaseEnded extends DomainError {
  constructor(label: string) {
    super({ code: 'correction.case-ended', title: `本件“${label}”，不再收补正。刷新`, kind: 'state' });
  }
}

/** Neither on this case's checklist nor a field of its form that can be corrected by hand, or named twice. */
export class CorrectionPointUnknown extends DomainError {
  constructor(key: string) {
    super({ code: 'correction.point-unknown', title: `“${key}”不是本件的材料或表单项，或写了两次。核对后再要求。`, kind: 'rule' });
  }
}

export class CorrectionDayUnfit extends DomainError {
  constructor(reason: string) {
    super({ code: 'correction.day-unfit', title: `${reason}。改补正日。`, kind: 'rule' });
  }
}

/** Only what was asked for, and is still to come, is taken in. */
export class CorrectionNotAwaited extends DomainError {
  constructor(name: string) {
    super({ code: 'correction.not-awaited', title: `没有要求补正“${name}”，或已经收过。刷新`, kind: 'rule' });
  }
}

export class NothingCorrected extends DomainError {
  constructor() {
    super({ code: 'correction.nothing-brought', title: '没有选收到的材料，也没有填改正的表单项。', kind: 'rule' });
  }
}

/** The field still says what was to be corrected. */
export class FieldUnchanged extends DomainError {
  constructor(name: string) {
    super({ code: 'correction.field-unchanged', title: `“${name}”没有改。填改正后的值。`, kind: 'rule' });
  }
}
