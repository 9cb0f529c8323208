import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { type Actor, type CommandTx, Database, sql } from '../platform/index.js';
import type { Counter } from './counter.entity.js';
import type { Department } from './department.entity.js';
import type { Hall } from './hall.entity.js';
import { UnitUnknown } from './organisation-problems.js';
import { OrganisationSnapshot } from './organisation-snapshot.js';
import type { Region } from './region.entity.js';

const REGIONS = sql<Region>(
  `SELECT code, name, level, parent_code AS "parentCode", district_code AS "districtCode" FROM region ORDER BY code`,
);
const HALLS = sql<Hall>(`SELECT id, code, name, region_code AS "regionCode", address, phone FROM hall ORDER BY code`);
const COUNTERS = sql<Counter>(`SELECT id, hall_id AS "hallId", number, name FROM counter ORDER BY hall_id, number`);
const DEPARTMENTS = sql<Department>(
  `SELECT id, code, name, short_name AS "shortName", document_prefix AS "documentPrefix", credit_code AS "creditCode",
          region_code AS "regionCode", phone, line FROM department ORDER BY code`,
);

/** A new name reaches every process within this time; a new unit at once, because nobody finds it among those kept. */
const KEEP_MILLISECONDS = 60_000;

type Reader = Pick<CommandTx, 'query'>;

/** Units that a presentation is about to name. */
export interface NamedUnits {
  halls?: Iterable<string>;
  departments?: Iterable<string>;
}

/**
 * Regions, halls, counters and departments: read by every request, changed by an import. Kept in memory; an old picture is shown while a new
 * one is read, because a command that waited here for a second connection could wait for itself.
 */
@Injectable()
export class Organisation implements OnApplicationBootstrap {
  private readonly logger = new Logger(Organisation.name);
  private kept: { snapshot: OrganisationSnapshot; at: number } | undefined;
  private loading: Promise<OrganisationSnapshot> | undefined;

  constructor(private readonly database: Database) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.snapshot();
  }

  /**
   * All units; read anew in the background once a minute, and at once when a named one is not among them.
   * @param reader the transaction, when one is open
   */
  async snapshot(named: NamedUnits = {}, reader: Reader = this.database): Promise<OrganisationSnapshot> {
    if (!this.kept) return await this.reload(reader);
    const { snapshot, at } = this.kept;
    if (!knowsAll(snapshot, named)) return await this.reload(reader);
    if (performance.now() - at >= KEEP_MILLISECONDS) {
      this.kept.at = performance.now();
      this.reload(this.database).catch((error: unknown) => this.logger.warn({ error }, 'the organisation was not read anew'));
    }
    return snapshot;
  }

  /** @throws UnitUnknown */
  hall(id: string): Promise<Hall> {
    return this.find('hall', id, (snapshot) => snapshot.hall(id));
  }

  /** @throws UnitUnknown */
  counter(id: string): Promise<Counter> {
    return this.find('counter', id, (snapshot) => snapshot.counter(id));
  }

  /** @throws UnitUnknown */
  department(id: string): Promise<Department> {
    return this.find('department', id, (snapshot) => snapshot.department(id));
  }

  /** @throws UnitUnknown */
  departmentByCode(code: string): Promise<Department> {
    return this.find('department', code, (snapshot) => snapshot.departmentByCode(code));
  }

  /** The district of a region: number series, supervision and pickup go by it. A region without a row is its own first six digits. */
  async districtOf(regionCode: string): Promise<string> {
    return (await this.snapshot()).region(regionCode)?.districtCode ?? regionCode.slice(0, 6);
  }

  /** Where the person sits, as events tell it: 区政务服务大厅 3 号窗口, or the department. */
  async placeOf(actor: Pick<Actor, 'counterId' | 'hallId' | 'departmentId'>): Promise<string | null> {
    const snapshot = await this.snapshot();
    const counter = actor.counterId === null ? undefined : snapshot.counter(actor.counterId);
    const hallId = counter?.hallId ?? (actor.departmentId === null ? actor.hallId : null);
    if (hallId !== null) {
      const hall = snapshot.hall(hallId)?.name;
      if (hall) return counter ? `${hall} ${counter.number} 号窗口` : hall;
    }
    return actor.departmentId === null ? null : (snapshot.department(actor.departmentId)?.shortName ?? null);
  }

  /** The next look-up reads anew: after an import or the seed. */
  refresh(): void {
    this.kept = undefined;
  }

  private async find<T>(
    kind: 'hall' | 'counter' | 'department',
    key: string,
    pick: (snapshot: OrganisationSnapshot) => T | undefined,
  ): Promise<T> {
    const found = pick(await this.snapshot()) ?? pick(await this.reload(this.database));
    if (found === undefined) throw new UnitUnknown(kind, key);
    return found;
  }

  private reload(reader: Reader): Promise<OrganisationSnapshot> {
    this.loading ??= this.load(reader).finally(() => (this.loading = undefined));
    return this.loading;
  }

  private async load(reader: Reader): Promise<OrganisationSnapshot> {
    const at = performance.now();
    const [regions, halls, counters, departments] = await Promise.all([
      reader.query(REGIONS),
      reader.query(HALLS),
      reader.query(COUNTERS),
      reader.query(DEPARTMENTS),
    ]);
    const snapshot = new OrganisationSnapshot({ regions, halls, counters, departments });
    this.kept = { snapshot, at };
    return snapshot;
  }
}

function knowsAll(snapshot: OrganisationSnapshot, { halls = [], departments = [] }: NamedUnits): boolean {
  for (const id of halls) if (!snapshot.hall(id)) return false;
  for (const id of departments) if (!snapshot.department(id)) return false;
  return true;
}
