/** Why a rule refuses: malformed input, not permitted, unknown, wrong state or lost race, or a rule of substance. */
export type DomainErrorKind = 'invalid' | 'forbidden' | 'not-found' | 'state' | 'rule';

export interface DomainErrorInit {
  /** Stable, dotted, lower-case: `case.transition-not-allowed`. */
  code: string;
  /** Chinese: what happened, then what to do. */
  title: string;
  kind: DomainErrorKind;
  /** Further facts for the screen, never personal data. */
  facts?: Record<string, unknown>;
}

/** Every refusal by a rule. The API's one filter turns it into problem+json by its `kind`. */
export class DomainError extends Error {
  override readonly name: string = 'DomainError';
  readonly code: string;
  readonly title: string;
  readonly kind: DomainErrorKind;
  readonly facts?: Record<string, unknown>;

  constructor(init: DomainErrorInit) {
    super(`${init.code}: ${init.title}`);
    this.code = init.code;
    this.title = init.title;
    this.kind = init.kind;
    this.facts = init.facts;
  }
}

/** R11: the table knows no way from this status by this action. `title` names both in Chinese. */
export class TransitionNotAllowed extends DomainError {
  override readonly name = 'TransitionNotAllowed';

  constructor(subject: 'case' | 'task' | 'ticket' | 'procedure' | 'extension', status: string, action: string, title: string) {
    super({ code: `${subject}.transition-not-allowed`, title, kind: 'state', facts: { status, action } });
  }
}

/** R11: the state would allow the action, but not to this actor. */
export class ActorNotAllowed extends DomainError {
  override readonly name = 'ActorNotAllowed';

  constructor(subject: 'case' | 'task' | 'procedure' | 'extension', action: string, title: string) {
    super({ code: `${subject}.actor-not-allowed`, title, kind: 'forbidden', facts: { action } });
  }
}

/** R5.4: the sentence of a lost race. */
export function heldSentence(claimed: string): string {
  return `${claimed}。刷新`;
}

/** R5.4: another officer holds the task; the title says who and since when. */
export class TaskHeldByOther extends DomainError {
  override readonly name = 'TaskHeldByOther';

  constructor(sentence: string, facts: { holderId: string; holderName: string; claimedAt: string }) {
    super({ code: 'task.held-by-other', title: heldSentence(sentence), kind: 'state', facts });
  }
}

/** Why an action is refused. The error itself is made only when it is thrown: a list of offers needs the sentence alone, and an error costs a stack trace. */
export interface Refusal {
  readonly title: string;
  error(): DomainError;
}

/** A refusal with a code of its own. */
export function refusal(init: DomainErrorInit): Refusal {
  return { title: init.title, error: () => new DomainError(init) };
}
