import { DomainError } from '@onewindow/domain';

/** Not there, or another applicant's: the answer is the same. */
export class LibraryEntryNotFound extends DomainError {
  constructor() {
    super({ code: 'library.entry-not-found', title: '申请人没有这份可复用的材料。刷新可复用材料。', kind: 'not-found' });
  }
}

/** Entries belong to an applicant, and nobody stands there yet. */
export class NobodyToReuseFor extends DomainError {
  constructor() {
    super({ code: 'library.applicant-missing', title: '申请人未填，没有可复用的材料。先读卡或输入证件号。', kind: 'rule' });
  }
}

export class EntryDoesNotFit extends DomainError {
  constructor(entry: string, material: string) {
    super({ code: 'library.does-not-fit', title: `“${entry}”不能用作“${material}”。换一份，或收新的。`, kind: 'rule' });
  }
}

/** R7, with the reason in words; `facts.validThrough` names the last day of what has expired. */
export class ReuseRefused extends DomainError {
  constructor(
    problem: 'expired' | 'originalNotSeen' | 'notCommitted' | 'revoked',
    title: string,
    facts: Record<string, string | null> = {},
  ) {
    const codes = {
      expired: 'library.expired',
      originalNotSeen: 'library.original-not-seen',
      notCommitted: 'library.not-committed',
      revoked: 'library.licence-invalid',
    } as const;
    super({ code: codes[problem], title: `${title}。`, kind: 'rule', facts });
  }
}

export class AlreadyReused extends DomainError {
  constructor(material: string) {
    super({ code: 'material.already-reused', title: `“${material}”已经复用了。要换，先撤去复用。`, kind: 'state' });
  }
}

/** What was handed in and what is used again are not mixed. */
export class HasOwnFiles extends DomainError {
  constructor(material: string) {
    super({ code: 'material.has-own-files', title: `“${material}”已有上传的文件，不能再复用。先删去文件。`, kind: 'rule' });
  }
}

export class NotReused extends DomainError {
  constructor() {
    super({ code: 'material.not-reused', title: '这份材料不是复用的，没有可撤的。刷新。', kind: 'state' });
  }
}

/** A paper's day of issue lies behind us. */
export class IssuedInTheFuture extends DomainError {
  constructor() {
    super({ code: 'material.issued-in-future', title: '出具日期晚于今天。对照材料改正日期。', kind: 'rule' });
  }
}
