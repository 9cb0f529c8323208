import { DomainError, type OutageRange, paperDate } from '@onewindow/domain';

/** R10.5: the number is none that this hall was given. */
export class OutageNoUnknown extends DomainError {
  constructor(outageNo: string) {
    super({
      code: 'outage.number-unknown',
      title: `${outageNo} 不在本大厅领用的号段里。核对纸上的单号，或请管理员登记号段。`,
      kind: 'rule',
      facts: { outageNo },
    });
  }
}

export class OutageNoMalformed extends DomainError {
  constructor(reason: string) {
    super({ code: 'outage.number-malformed', title: `${reason}。`, kind: 'rule' });
  }
}

/** R10.5: one paper, one case. */
export class OutageNoUsed extends DomainError {
  constructor(outageNo: string) {
    super({
      code: 'outage.number-used',
      title: `${outageNo} 已经补录过，一个单号只用一次。按单号在办件查询里找到它。`,
      kind: 'state',
      facts: { outageNo },
    });
  }
}

export class OutageTimeInFuture extends DomainError {
  constructor() {
    super({ code: 'outage.time-in-future', title: '真实收件时间在现在之后。照纸上写的时间填。', kind: 'rule' });
  }
}

export class OutageTimeBeforeRange extends DomainError {
  constructor({ handedOutOn }: OutageRange) {
    super({
      code: 'outage.time-before-range',
      title: `这个号段 ${paperDate(handedOutOn)}才领用，真实收件时间不能更早。核对单号和时间。`,
      kind: 'rule',
      facts: { handedOutOn },
    });
  }
}

export class OutageRangeOverlaps extends DomainError {
  constructor(hallName: string, from: string, to: string) {
    super({
      code: 'outage.range-overlaps',
      title: `和${hallName}的号段 ${from} 至 ${to} 重复。换一段号。`,
      kind: 'rule',
      facts: { from, to },
    });
  }
}

export class OutageRangeInFuture extends DomainError {
  constructor() {
    super({ code: 'outage.range-in-future', title: '领用日期在今天之后。领用之后再登记。', kind: 'rule' });
  }
}

export class OutageHallUnknown extends DomainError {
  constructor() {
    super({ code: 'outage.hall-unknown', title: '没有这个大厅，或不归您管。刷新后重选。', kind: 'not-found' });
  }
}
