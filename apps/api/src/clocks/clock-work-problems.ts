import { DomainError } from '@onewindow/domain';

/** Not there, or of a case that this person may not see. */
export class ProcedureNotFound extends DomainError {
  constructor() {
    super({ code: 'procedure.not-found', title: '没有找到这次特别程序。刷新办件后再看。', kind: 'not-found' });
  }
}

export class ExtensionNotFound extends DomainError {
  constructor() {
    super({ code: 'extension.not-found', title: '没有找到这次延期。刷新办件后再看。', kind: 'not-found' });
  }
}

export class ObjectionNotFound extends DomainError {
  constructor() {
    super({ code: 'objection.not-found', title: '没有找到这条异议。刷新办件后再看。', kind: 'not-found' });
  }
}

/** An answer stands as it was given. */
export class ObjectionAnswered extends DomainError {
  constructor() {
    super({ code: 'objection.answered', title: '这条异议已经答复。刷新查看答复。', kind: 'state' });
  }
}

/** One request at a time waits for the chief. */
export class ExtensionWaiting extends DomainError {
  constructor() {
    super({ code: 'extension.already-requested', title: '本件已有一次延期在等首席代表批准。批准或撤回后再申请。', kind: 'state' });
  }
}

/** R1.6: the chief names the document by which the agency's head authorised the extension. */
export class AuthorisationMissing extends DomainError {
  constructor() {
    super({ code: 'extension.document-missing', title: '没有写批准文件。写明机关负责人批准延期的文件名和文号。', kind: 'rule' });
  }
}

/** There is no such clock on this case or step. */
export class NoSuchClock extends DomainError {
  constructor() {
    super({ code: 'clock.none', title: '本件没有这项期限，或环节还没有开始。', kind: 'not-found' });
  }
}
