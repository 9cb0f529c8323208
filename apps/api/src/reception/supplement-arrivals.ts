import type { Endpoints, InputOf } from '@onewindow/contracts';
import { shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import { MaterialNeedsFile, requireKnownPoints } from '../cases/index.js';
import { type MaterialRead, missingMaterials } from '../case-view/index.js';
import type { CommandTx } from '../platform/index.js';
import { judged } from './commands/judge-material.js';
import type { CounterCase } from './counter-desk.js';
import { requireOpenMaterial } from './material-rules.js';
import { saveMaterial, stateOf, withState } from './material-statements.js';
import { MaterialNotAwaited } from './reception-problems.js';

type Arrivals = NonNullable<InputOf<Endpoints['takeInCase']>['body']['arrivals']>;

/** What is brought after a supplement notice, judged as it comes over the counter. */
@Injectable()
export class SupplementArrivals {
  /**
   * Judges papers in the transaction that takes them in.
   * @returns the materials as they are then
   * @throws MaterialNotAsked (404), MaterialNotAwaited, MaterialNeedsFile (422)
   */
  async judge(tx: CommandTx, on: CounterCase, arrivals: Arrivals, staffId: string): Promise<MaterialRead[]> {
    const awaited = new Set(missingMaterials({ ...on, today: shanghaiToday(tx.now) }).map(({ code }) => code));
    let materials = on.materials;
    for (const arrival of arrivals) {
      const requirement = requireOpenMaterial(on.row, on.version, arrival.code);
      if (!awaited.has(arrival.code)) throw new MaterialNotAwaited(requirement.name);
      const hasFiles = on.files.some((file) => file.materialCode === arrival.code);
      if (requirement.medium === 'electronic' && !hasFiles) throw new MaterialNeedsFile();
      requireKnownPoints(requirement, arrival.points);
      // R2.5: brought now, whatever lay there before.
      const before = { ...stateOf(materials, arrival.code), receivedAt: null };
      const state = judged(before, arrival, tx.now);
      saveMaterial(tx, on.row.id, state, staffId);
      materials = withState(materials, state);
    }
    return materials;
  }
}
