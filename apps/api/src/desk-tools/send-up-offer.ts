import { sendUpRefusal } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '../platform/index.js';
import { TaskStore, type WorkSubject } from '../review/index.js';

/** Says on the open task whether a drafted decision can be sent up from it; to the reviewers whose work it is. */
@Injectable()
export class SendUpOffer {
  constructor(
    private readonly tasks: TaskStore,
    private readonly clock: Clock,
  ) {}

  of(actor: Actor, on: WorkSubject): Promise<{ allowed: boolean; reason?: string } | null> {
    const { kind, stepKey } = on.task;
    const facts = { kind, stepKey, route: on.definition.route };
    if (sendUpRefusal({ ...facts, completionRefusal: null }) !== null) return Promise.resolve(null);
    const completion = this.tasks.actions(actor, on, this.clock.now()).find(({ action }) => action === 'complete');
    if (!completion) return Promise.resolve(null);
    // The table's sentence names 办完; the button says what it is itself.
    const reason = completion.reason?.replace('办完限于', '限于');
    return Promise.resolve({ allowed: completion.allowed, ...(reason === undefined ? {} : { reason }) });
  }
}
