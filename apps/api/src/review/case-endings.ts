import { isInReview } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { Case, EventInput } from '../cases/index.js';
import type { CommandTx } from '../platform/index.js';

/** What an end leaves to be saved with the case, and told. */
export interface Ending {
  readonly changes: Partial<Case>;
  readonly events: readonly EventInput[];
}

/** Brings to its end what a feature keeps open for a case under review; `by` is who ends the case, null for the system. */
export type EndWork = (tx: CommandTx, row: Case, by: string | null) => Promise<Ending>;

/** What ends together with a case that is withdrawn or terminated: each feature registers its own work once. */
@Injectable()
export class CaseEndings {
  private readonly works: EndWork[] = [];

  register(work: EndWork): void {
    this.works.push(work);
  }

  /** The case is locked, its tasks are cancelled, its status is still the old one; the caller saves what comes back together with the new one. */
  async of(tx: CommandTx, row: Case, by: string | null): Promise<Ending> {
    let all: Ending = { changes: {}, events: [] };
    if (!isInReview(row.status)) return all;
    for (const work of this.works) {
      const { changes, events } = await work(tx, row, by);
      all = { changes: { ...all.changes, ...changes }, events: [...all.events, ...events] };
    }
    return all;
  }
}
