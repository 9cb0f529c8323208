import { describe, expect, it } from '@jest/globals';
import { ActorNotAllowed, DomainError, TaskHeldByOther, TransitionNotAllowed } from './errors.js';

describe('domain errors', () => {
  it('R11 a refused transition is a state error with a stable code and the facts', () => {
    const error = new TransitionNotAllowed('case', 'ready', 'accept', '本件“待取件”');
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({
      code: 'case.transition-not-allowed',
      kind: 'state',
      facts: { status: 'ready', action: 'accept' },
      name: 'TransitionNotAllowed',
    });
  });

  it('R11 a refused actor is forbidden', () => {
    expect(new ActorNotAllowed('task', 'claim', '转给他们')).toMatchObject({ code: 'task.actor-not-allowed', kind: 'forbidden' });
  });

  it('R5.4 the loser is told who has the task and what to do', () => {
    const facts = { holderId: 's1', holderName: '谢文彬', claimedAt: '2026-11-05T02:41:00Z' };
    expect(new TaskHeldByOther('谢文彬 10:41 已签收本件', facts)).toMatchObject({
      title: '谢文彬 10:41 已签收本件。刷新',
      kind: 'state',
      facts,
    });
  });
});
