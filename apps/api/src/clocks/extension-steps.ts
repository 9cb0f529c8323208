import { extensionProblem, shanghaiToday } from '@onewindow/domain';
import { Injectable } from '@nestjs/common';
import type { Case } from '../cases/index.js';
import { ItemVersions } from '../catalogue/index.js';
import type { CommandTx } from '../platform/index.js';
import { ClockWorkDesk } from './clock-work-desk.js';
import { GrantExtension } from './grant-extension.js';
import { TellChiefs } from './tell-chiefs.js';

/** What requests and decisions of an extension share. */
@Injectable()
export class ExtensionSteps {
  constructor(
    readonly desk: ClockWorkDesk,
    readonly grant: GrantExtension,
    readonly chiefs: TellChiefs,
    private readonly versions: ItemVersions,
  ) {}

  /** R1.6: refuses what the item's law does not allow. */
  async require(tx: CommandTx, row: Case, days: number): Promise<void> {
    const { definition } = await this.versions.get(row.itemVersionId, tx);
    const facts = {
      caseStatus: row.status,
      extensionLimit: definition.extensionLimit,
      extended: row.extensionDays,
      statutoryDue: row.statutoryDue,
      today: shanghaiToday(tx.now),
    };
    const problem = extensionProblem(facts, days);
    if (problem !== null) throw problem;
  }
}
