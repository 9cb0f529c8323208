import { DomainError } from '@onewindow/domain';

export class NoticeNotFound extends DomainError {
  constructor() {
    super({ code: 'notice.not-found', title: '没有这份文书。刷新办件。', kind: 'not-found' });
  }
}

/** A character without a glyph, or a seal or typeface that can't be read: the paper would not be official. */
export class NoticeUnprintable extends DomainError {
  constructor(problem: string) {
    super({ code: 'notice.unprintable', title: problem, kind: 'rule' });
  }
}

export class PrintNotFound extends DomainError {
  constructor() {
    super({ code: 'notice.print-not-found', title: '这份文书没有打印过这么多次。刷新后再补打。', kind: 'not-found' });
  }
}
