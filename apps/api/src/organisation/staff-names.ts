import type { staffRef } from '@onewindow/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { type CommandTx, Database, sql } from '../platform/index.js';

export type StaffRef = z.output<typeof staffRef>;

const NAMES = sql<StaffRef>(`SELECT id, name, staff_no AS "staffNo" FROM staff WHERE id = ANY($1::uuid[])`);

/** A person's name seldom changes; a changed one is seen within this time. */
const KEEP_MILLISECONDS = 300_000;
const KEEP_AT_MOST = 10_000;

/** Names of the staff, as others see them; kept in memory because every case names several. */
@Injectable()
export class StaffNames {
  private readonly kept = new Map<string, { ref: StaffRef; until: number }>();

  constructor(private readonly database: Database) {}

  /**
   * Names of these people; ids that nobody has are left out.
   * @param reader the transaction, when one is open
   */
  async refs(ids: Iterable<string | null>, reader: Pick<CommandTx, 'query'> = this.database): Promise<ReadonlyMap<string, StaffRef>> {
    const now = performance.now();
    const found = new Map<string, StaffRef>();
    const missing: string[] = [];
    for (const id of new Set(ids)) {
      if (id === null) continue;
      const kept = this.kept.get(id);
      if (kept && now < kept.until) found.set(id, kept.ref);
      else missing.push(id);
    }
    if (missing.length === 0) return found;
    if (this.kept.size > KEEP_AT_MOST) this.kept.clear();
    for (const ref of await reader.query(NAMES, [missing])) {
      found.set(ref.id, ref);
      this.kept.set(ref.id, { ref, until: now + KEEP_MILLISECONDS });
    }
    return found;
  }

  /** After a change of the person's name. */
  forget(id: string): void {
    this.kept.delete(id);
  }
}
