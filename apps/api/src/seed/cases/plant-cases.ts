import { Injectable } from '@nestjs/common';
import { ItemVersions, type KnownVersion } from '../../catalogue/index.js';
import { DocumentRenderer } from '../../notices/index.js';
import { Clock, type CommandTx, FileStore, sql } from '../../platform/index.js';
import { DEMONSTRATION_ITEMS, itemCodeOf, PUBLISHED_ITEMS } from '../catalogue/demonstration-items.js';
import { plantCorrections } from '../follow-up/plant-corrections.js';
import { plantFollowUp } from '../follow-up/plant-follow-up.js';
import { DEPARTMENTS, DISTRICT } from '../organisation/units.js';
import { plantDelegations } from '../delegations/plant-delegations.js';
import { plantDesk } from '../desk/plant-desk.js';
import { plantLibrary } from '../library/plant-library.js';
import { PaperBox } from '../papers/paper-box.js';
import { Agenda } from './agenda.js';
import { BulkRows } from './bulk-rows.js';
import type { PlannedItem } from './case-plan.js';
import { Cast } from './cast.js';
import { demonstrationPlans } from './demonstration-plans.js';
import { FullTale } from './full-tale.js';
import { plantBundles } from './plant-bundles.js';
import { GradePlanter } from './plant-grades.js';
import { StoryServices } from './story-services.js';
import { plantPaperMoves } from './plant-paper-moves.js';
import { steadyRandom, WorkingTimes } from './working-times.js';

const NAME_OF = {
  food: '食品经营许可（新办）',
  place: '公共场所卫生许可',
  lift: '既有住宅增设电梯',
  award: '高新技术企业认定奖励（政策兑现）',
  medical: '城乡居民医保参保登记',
  street: '临时占用道路宣传活动登记',
  pension: '灵活就业人员养老保险参保登记',
  elder: '高龄津贴申领',
} as const satisfies Record<PlannedItem, string>;

const VERSIONS = sql<{ code: string; versionId: string }>(
  `SELECT code, published_version_id AS "versionId" FROM item WHERE code = ANY($1)`,
);
const COUNT_FROM = sql(
  `INSERT INTO document_number (series, year, last)
   SELECT series, $1::integer, last FROM unnest($2::text[], $3::integer[]) AS n(series, last) ON CONFLICT DO NOTHING`,
);

/** Plants some hundred and fifty cases in every state, through the same services that the commands use. */
@Injectable()
export class CasePlanter {
  constructor(
    private readonly versions: ItemVersions,
    private readonly renderer: DocumentRenderer,
    private readonly files: FileStore,
    private readonly clock: Clock,
    private readonly services: StoryServices,
    private readonly grades: GradePlanter,
  ) {}

  /** @returns how many cases were told */
  async plant(tx: CommandTx): Promise<number> {
    const times = new WorkingTimes(this.clock.now(), await this.services.counter.calendars.current());
    await this.beginNumbers(tx, Number(times.today.slice(0, 4)));
    const known = await this.publishedVersions(tx);
    const agenda = new Agenda();
    const bulk = new BulkRows();
    const cast = await Cast.read(tx);
    const world = {
      ...{ agenda, bulk, cast, times, random: steadyRandom(20_261_029) },
      counter: this.services.counter,
      desk: this.services.desk,
      papers: new PaperBox(this.renderer, this.files),
    };
    const plans = demonstrationPlans();
    plans.forEach((plan, turn) => new FullTale(world, plan, known[plan.item], turn).plot());
    await agenda.tell(tx);
    await bulk.write(tx, DISTRICT);
    const bundles = await plantBundles(tx, { ...world, bundles: this.services.bundles, versions: this.versions });
    await plantFollowUp(tx, { cases: world.counter.cases, cast, times });
    await plantCorrections(tx, { asking: world.desk.corrections, cast, times });
    await plantPaperMoves(tx, { cases: world.counter.cases, cast, times });
    await this.grades.plant(tx, times.today);
    await plantLibrary(tx, world.papers, times.today);
    await plantDesk(tx);
    await plantDelegations(tx);
    return plans.length + bundles;
  }

  private async publishedVersions(tx: CommandTx): Promise<Record<PlannedItem, KnownVersion>> {
    const codes = new Map(DEMONSTRATION_ITEMS.map((item) => [item.name, itemCodeOf(item)]));
    const rows = await tx.query(VERSIONS, [[...codes.values()]]);
    const entries = Object.entries(NAME_OF).map(async ([item, name]) => {
      const row = rows.find(({ code }) => code === codes.get(name));
      if (!row) throw new Error(`item ${name} is not published`);
      return [item, await this.versions.get(row.versionId, tx)] as const;
    });
    return Object.fromEntries(await Promise.all(entries)) as Record<PlannedItem, KnownVersion>;
  }

  /** A department that has worked all year does not begin its numbers at 1. */
  private async beginNumbers(tx: CommandTx, year: number): Promise<void> {
    const series = [
      ...DEPARTMENTS.flatMap(({ documentPrefix }) =>
        ['许受', '受', '许收', '收', '许准', '许补', '补'].map((mark) => `${documentPrefix}${mark}`),
      ),
      ...PUBLISHED_ITEMS.map((item) => item.definition.result.numberPrefix),
    ];
    const last = series.map((_, index) => 60 + ((index * 271) % 900));
    await tx.query(COUNT_FROM, [year, series, last]);
  }
}
