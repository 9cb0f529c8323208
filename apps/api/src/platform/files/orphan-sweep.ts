import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CommandTx } from '../commands/command-tx.js';
import { sql } from '../database/sql.js';
import { JobRegistry } from '../queues/job-registry.js';
import { FileStore } from './file-store.js';
import { orphansAmong, REFERENCE_COLUMNS } from './file-references.js';

const NAME = 'sweep-orphan-files';
const HOUR_MS = 3_600_000;
/** A command that still runs keeps its bytes before it commits its row; none runs for a day. */
const YOUNG_MS = 24 * HOUR_MS;
/** Bytes out of reach are kept that long, should a row name them after all. */
const ASIDE_MS = 7 * 24 * HOUR_MS;
/** Files looked at in one run. */
const STEP = 20_000;

const READ_PLACE = sql<{ place: string | null }>(`SELECT place FROM sweep_run WHERE name = $1`);
const SAVE_PLACE = sql(`UPDATE sweep_run SET place = $2 WHERE name = $1`);

/**
 * Removes bytes that no row names: those of a command whose commit failed, and of what was thrown away. It walks the store in the order of
 * hashes, a step at a time, and goes on where it stopped, in whatever process. Bytes are set aside first and destroyed a week later: the same
 * document handed in at that very moment gets them back with the next step.
 */
@Injectable()
export class OrphanSweep implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly store: FileStore,
  ) {}

  onModuleInit(): void {
    this.registry.sweep({ name: NAME, everyMinutes: 60, run: (tx) => this.step(tx) });
  }

  private async step(tx: CommandTx): Promise<void> {
    const orphans = orphansAmong(await tx.query(REFERENCE_COLUMNS));
    const namedByNobody = async (hashes: string[]): Promise<Set<string>> =>
      new Set((await tx.query(orphans, [hashes])).map(({ sha256 }) => sha256));
    await this.lookAtAside(tx.now, namedByNobody);
    const [state] = await tx.query(READ_PLACE, [NAME]);
    const found = await this.store.list(state?.place ?? '', STEP);
    const old = found.filter(({ since }) => tx.now.getTime() - since.getTime() > YOUNG_MS).map(({ sha256 }) => sha256);
    if (old.length > 0) for (const sha256 of await namedByNobody(old)) await this.store.setAside(sha256);
    const reachedEnd = found.length < STEP;
    await tx.query(SAVE_PLACE, [NAME, reachedEnd ? null : (found.at(-1)?.sha256 ?? null)]);
  }

  private async lookAtAside(now: Date, namedByNobody: (hashes: string[]) => Promise<Set<string>>): Promise<void> {
    const aside = await this.store.listAside(STEP);
    if (aside.length === 0) return;
    const orphans = await namedByNobody(aside.map(({ sha256 }) => sha256));
    for (const { sha256, since } of aside) {
      if (!orphans.has(sha256)) await this.store.restore(sha256);
      else if (now.getTime() - since.getTime() > ASIDE_MS) await this.store.destroyAside(sha256);
    }
  }
}
