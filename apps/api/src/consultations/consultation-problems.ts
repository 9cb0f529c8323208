import { DomainError } from '@onewindow/domain';

/** Not there, or not asked by this person's task: the same answer. */
export class ConsultationNotFound extends DomainError {
  constructor() {
    super({ code: 'consultation.not-found', title: '没有找到这次征求意见。刷新列表', kind: 'not-found' });
  }
}

/** The task is a review, a decision or a reroute. */
export class NotAConsultation extends DomainError {
  constructor() {
    super({ code: 'consultation.not-one', title: '这不是征求意见，不能一步答复。到待办里打开办理', kind: 'rule' });
  }
}

/** Whom one department may ask: those of the district, and those above it. */
export class DepartmentUnknown extends DomainError {
  constructor(departmentId: string) {
    super({
      code: 'consultation.department-unknown',
      title: '没有这个部门，或不在本区划。另选部门',
      kind: 'rule',
      facts: { departmentId },
    });
  }
}

export class DepartmentRefused extends DomainError {
  constructor(name: string, departmentId: string, problem: { code: string; reason: string }) {
    super({ code: problem.code, title: `${name}：${problem.reason}`, kind: 'rule', facts: { departmentId } });
  }
}

/** Only the officer whose task asks takes the question back. */
export class NotTheAsker extends DomainError {
  constructor() {
    super({ code: 'consultation.not-asker', title: '由征求意见的环节的持件人撤回。联系持件人', kind: 'forbidden' });
  }
}

/** Answered, silent or gone meanwhile. */
export class ConsultationClosed extends DomainError {
  constructor(department: string, status: string) {
    super({ code: 'consultation.closed', title: `${department}的协办“${status}”，不用再撤回。刷新`, kind: 'state' });
  }
}
