import { DomainError, type HandOverProblem } from '@onewindow/domain';

/** R6.1: something hinders the hand-over. */
export class HandOverHindered extends DomainError {
  constructor({ code, reason }: HandOverProblem) {
    super({ code: `pickup.${code}`, title: reason, kind: 'rule' });
  }
}

/** The number typed or read at the window is none. */
export class CollectorNumberInvalid extends DomainError {
  constructor(reason: string) {
    super({ code: 'pickup.identity-invalid', title: reason, kind: 'rule' });
  }
}

/** 本人领取 with another person's number. */
export class CollectorNotApplicant extends DomainError {
  constructor(kind: 'natural' | 'legal') {
    const who = kind === 'legal' ? '法定代表人' : '申请人';
    super({ code: 'pickup.not-applicant', title: `证件号与${who}的不一致。核对证件；由他人代领的，改选代理人。`, kind: 'rule' });
  }
}

/** 本人领取 with the applicant's number under another name. */
export class CollectorNameDiffers extends DomainError {
  constructor(kind: 'natural' | 'legal', registered: string) {
    const who = kind === 'legal' ? '法定代表人' : '申请人';
    super({
      code: 'pickup.name-differs',
      title: `姓名与${who}登记的（${registered}）不一致。核对证件后改正；由他人代领的，改选代理人。`,
      kind: 'rule',
    });
  }
}

/** A signature must be a picture of one. */
export class SignatureUnreadable extends DomainError {
  constructor() {
    super({ code: 'pickup.signature-unreadable', title: '签名图像无法识别。在签名板上重签。', kind: 'rule' });
  }
}

export class NothingToPay extends DomainError {
  constructor() {
    super({ code: 'payment.nothing-due', title: '本件不收费，不用记缴费。', kind: 'rule' });
  }
}

export class AlreadyPaid extends DomainError {
  constructor() {
    super({ code: 'payment.already-recorded', title: '缴费已经记过。刷新后查看。', kind: 'state' });
  }
}

export class TooLateToPay extends DomainError {
  constructor() {
    super({ code: 'payment.case-ended', title: '本件已结束，不能再记缴费。', kind: 'state' });
  }
}

/** R6.2: nothing on paper lies ready. */
export class NoPaper extends DomainError {
  constructor() {
    super({ code: 'paper.none', title: '本件没有待出的纸质结果。电子结果可以直接打印交付。', kind: 'state' });
  }
}

/** R6.2: the paper is not where this move begins. */
export class PaperNotMovable extends DomainError {
  constructor(reason: string) {
    super({ code: 'paper.not-movable', title: `纸质结果${reason}。刷新`, kind: 'state' });
  }
}
