import { Injectable } from '@nestjs/common';
import type { ItemDefinition } from '@onewindow/contracts';
import type { Case, EventInput } from '../cases/index.js';
import type { CommandTx } from '../platform/index.js';

/** Fields of a child that were corrected with the bundle's. */
export interface AmendedChild {
  /** Locked, with its new form. */
  readonly row: Case;
  readonly definition: ItemDefinition;
  /** The form until now. */
  readonly before: Case['form'];
  readonly keys: readonly string[];
}

/** What it leads to: saved with the case, told in its story, and in words to who has the work. */
export interface AmendmentEffect {
  readonly changes: Partial<Case>;
  readonly events: readonly EventInput[];
  readonly news: readonly string[];
}

export type FollowAmendment = (tx: CommandTx, child: AmendedChild) => Promise<AmendmentEffect>;

/** 一件事: what looks at a child's form, and follows when another department had it corrected; each feature registers its own once. */
@Injectable()
export class AmendedChildren {
  private readonly followers: FollowAmendment[] = [];

  register(follower: FollowAmendment): void {
    this.followers.push(follower);
  }

  async follow(tx: CommandTx, child: AmendedChild): Promise<AmendmentEffect> {
    let all: AmendmentEffect = { changes: {}, events: [], news: [] };
    for (const follower of this.followers) {
      const { changes, events, news } = await follower(tx, child);
      all = { changes: { ...all.changes, ...changes }, events: [...all.events, ...events], news: [...all.news, ...news] };
    }
    return all;
  }
}
