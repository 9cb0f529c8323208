import { Injectable } from '@nestjs/common';
import { CataloguePublisher } from '../catalogue/index.js';
import { Organisation } from '../organisation/index.js';
import { AppConfig, CommandRunner, Database, Sealer, sql } from '../platform/index.js';
import { CasePlanter } from './cases/plant-cases.js';
import { DEMONSTRATION_ITEMS, itemCodeOf, PUBLISHED_ITEMS } from './catalogue/demonstration-items.js';
import { ClockWorkPlanter } from './clocks/plant-clock-work.js';
import { RegistryPlanter } from './registry/plant-registry.js';
import { DemonstrationPapers } from './papers/item-papers.js';
import { plantOrganisation } from './organisation/plant-organisation.js';
import { plantTickets } from './tickets/plant-tickets.js';

const FOUND = sql<{ staff: number; demonstration: number; items: number; cases: number; registered: number }>(
  `SELECT (SELECT count(*) FROM staff) AS staff, (SELECT count(*) FROM staff WHERE demonstration) AS demonstration,
          (SELECT count(*) FROM item) AS items, (SELECT count(*) FROM cases) AS cases,
          (SELECT count(*) FROM registry_entry) AS registered`,
);

/** What was planted now; zeros when everything was there. */
export interface PlantedDemonstration {
  readonly people: boolean;
  readonly items: number;
  readonly cases: number;
}

const NOTHING: PlantedDemonstration = { people: false, items: 0, cases: 0 };

/** What the parts are planted with. */
@Injectable()
export class DemonstrationParts {
  constructor(
    readonly publisher: CataloguePublisher,
    readonly cases: CasePlanter,
    readonly clocks: ClockWorkPlanter,
    readonly papers: DemonstrationPapers,
    readonly sealer: Sealer,
    readonly registry: RegistryPlanter,
  ) {}
}

/**
 * The demonstration: people, items, cases. Each part is one transaction and is planted only where there is nothing of its kind, so a start
 * that was killed in the middle goes on where it stopped. Never in production, never beside real people.
 */
@Injectable()
export class Demonstration {
  constructor(
    private readonly runner: CommandRunner,
    private readonly database: Database,
    private readonly organisation: Organisation,
    private readonly parts: DemonstrationParts,
    private readonly config: AppConfig,
  ) {}

  async plant(say: (words: string) => void = () => undefined): Promise<PlantedDemonstration> {
    if (this.config.production || !this.config.demonstration) return NOTHING;
    const found = await this.read();
    if (found.staff > 0 && found.demonstration === 0) return NOTHING;
    const people = found.staff === 0;
    if (people) {
      say('写入演示数据：区划、大厅、部门、63 名人员');
      await this.runner.runSystem((tx) => plantOrganisation(tx, this.parts.sealer));
      this.organisation.refresh();
      await this.organisation.snapshot();
    }
    const items = found.items === 0 ? await this.plantItems(say) : 0;
    if (found.registered === 0) await this.plantRegistry(say);
    const cases = found.cases === 0 ? await this.plantCases(say) : 0;
    await this.runner.runSystem(plantTickets);
    return { people, items, cases };
  }

  private async plantItems(say: (words: string) => void): Promise<number> {
    say(`写入演示数据：${DEMONSTRATION_ITEMS.length} 个事项`);
    await this.runner.runSystem(async (tx) => {
      for (const item of PUBLISHED_ITEMS) {
        await this.parts.publisher.publish(tx, { ...(await this.parts.papers.equip(tx, item)), code: itemCodeOf(item) });
      }
    });
    return DEMONSTRATION_ITEMS.length;
  }

  private async plantRegistry(say: (words: string) => void): Promise<void> {
    const holders = await this.runner.runSystem((tx) => this.parts.registry.plant(tx));
    say(`写入演示数据：${holders} 个单位和个人的登记信息、电子证照`);
  }

  private async plantCases(say: (words: string) => void): Promise<number> {
    const cases = await this.runner.runSystem(async (tx) => {
      const told = await this.parts.cases.plant(tx);
      await this.parts.clocks.plant(tx);
      return told;
    });
    say(`写入演示数据：${cases} 个办件，文书在后台印制`);
    return cases;
  }

  private async read(): Promise<{ staff: number; demonstration: number; items: number; cases: number; registered: number }> {
    const [found] = await this.database.query(FOUND);
    return found ?? { staff: 0, demonstration: 0, items: 0, cases: 0, registered: 0 };
  }
}
