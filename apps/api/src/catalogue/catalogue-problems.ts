import { DomainError } from '@onewindow/domain';
import { ProblemException } from '../platform/index.js';

/** No such version, or one that was never published. */
export class ItemVersionNotFound extends DomainError {
  constructor() {
    super({ code: 'item-version.not-found', title: '没有这个事项版本，或它没有发布。重新选择事项。', kind: 'not-found' });
  }
}

/** A new case is pinned to the version that is published now. */
export class ItemVersionNotOpen extends DomainError {
  constructor() {
    super({ code: 'item-version.not-published', title: '这个事项版本不再受理。刷新事项后重新选择。', kind: 'rule' });
  }
}

/** Listed, but can't be taken yet. */
export class ItemClosed extends DomainError {
  constructor(reason: string) {
    super({ code: 'item.closed', title: `本事项暂不受理：${reason}。`, kind: 'rule' });
  }
}

export interface DefinitionFault {
  /** Where in the definition: `materials.2.when`. */
  path: string;
  /** Chinese. */
  message: string;
}

/** A definition that can't be published. */
export class DefinitionFaulty extends ProblemException {
  constructor(name: string, faults: readonly DefinitionFault[]) {
    super(422, 'item.definition-invalid', `事项“${name}”的内容有 ${faults.length} 处不对，没有发布。按提示改正。`, [...faults]);
  }
}

/** Answers that no question of the version asks for, or that are none of its options. */
export class AnswersUnfit extends ProblemException {
  constructor(faults: readonly { key: string; reason: string }[]) {
    const errors = faults.map(({ key, reason }) => ({ path: `body.answers.${key}`, message: reason }));
    super(422, 'situation.answers-unfit', '情形的答案与事项的问题对不上。刷新事项后重新选择。', errors);
  }
}
