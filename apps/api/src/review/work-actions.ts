import type { ActionState, ItemDefinition } from '@onewindow/contracts';
import { WORK_ACTIONS, type WorkAction } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/index.js';
import type { LockedTask } from './task-store.js';

/** A task as its open screen knows it. */
export interface WorkSubject extends LockedTask {
  definition: ItemDefinition;
}

/** Says whether the actor may take the action here: with the reason when not, null where it is not offered to this person at all. */
export type WorkOffer = (actor: Actor, on: WorkSubject) => Promise<{ allowed: boolean; reason?: string } | null>;

/**
 * The actions around the work on a task. Each belongs to a feature of its own (special procedures, consultations, corrections …), which says
 * here when it is offered: the desk draws its buttons from this list alone.
 */
@Injectable()
export class WorkActions {
  private readonly offers = new Map<WorkAction, WorkOffer>();

  /** Called once by the feature that the action belongs to. */
  register(action: WorkAction, offer: WorkOffer): void {
    if (this.offers.has(action)) throw new Error(`work action ${action} is offered twice`);
    this.offers.set(action, offer);
  }

  /** In the domain's order. */
  async of(actor: Actor, on: WorkSubject): Promise<ActionState[]> {
    const offered = await Promise.all(
      WORK_ACTIONS.map(async (action) => {
        const offer = await this.offers.get(action)?.(actor, on);
        return offer ? [{ action, ...offer }] : [];
      }),
    );
    return offered.flat();
  }
}
