import { DomainError } from '@onewindow/domain';
import { ProblemException } from '../platform/index.js';

export class TicketHallUnknown extends DomainError {
  constructor() {
    super({ code: 'ticket.hall-unknown', title: '没有这个大厅。核对设备上的地址。', kind: 'not-found' });
  }
}

export class TicketKindUnknown extends DomainError {
  constructor() {
    super({ code: 'ticket.kind-unknown', title: '本大厅没有这项业务。回到首页重选。', kind: 'not-found' });
  }
}

/** No numbers now: outside the hours, or closed with a reason. */
export class TicketKindClosed extends DomainError {
  constructor(name: string, reason: string) {
    super({ code: 'ticket.kind-closed', title: `${name}现在不取号：${reason}。`, kind: 'rule', facts: { reason } });
  }
}

/** Not there, or another hall's: the answer is the same. */
export class TicketNotFound extends DomainError {
  constructor() {
    super({ code: 'ticket.not-found', title: '没有找到这个号。核对号码，或重新取号。', kind: 'not-found' });
  }
}

export class TicketCounterMissing extends DomainError {
  constructor() {
    super({ code: 'ticket.counter-missing', title: '还没有选窗口，不能叫号。先选窗口。', kind: 'rule' });
  }
}

/** The one who was called may still be on the way: nobody is passed over by a second press. */
export class TicketStillCalled extends DomainError {
  constructor(number: string) {
    super({ code: 'ticket.still-called', title: `${number} 还在叫号。先办理、重呼或过号。`, kind: 'state', facts: { number } });
  }
}

export class TicketTargetUnfit extends DomainError {
  constructor(title: string) {
    super({ code: 'ticket.target-unfit', title, kind: 'rule' });
  }
}

export class TicketIdentityFaulty extends DomainError {
  constructor(reason: string) {
    super({ code: 'ticket.identity-faulty', title: `证件号不对：${reason}。也可以不填。`, kind: 'rule' });
  }
}

/** A kiosk gives no more than a dozen numbers a minute; whoever asks faster is none. */
export function tooManyTickets(): ProblemException {
  return new ProblemException(429, 'ticket.too-many', '取号太快。等一分钟再取，或到导办台取号。');
}
