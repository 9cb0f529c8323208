import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { type Actor, Clock, Database, sql } from '../platform/index.js';
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
          region_code AS "regionCode", phone FROM department ORDER BY code`,
);

/** A new name reaches every process within this time. */
const KEEP_MILLISECONDS = 60_000;
/** An unknown id makes us look again, at most this often. */
const RELOAD_MILLISECONDS = 1_000;

/**
 * Regions, halls, counters and departments: read by every request, changed by an import. Kept in memory; an old picture is shown while a new
 * one is read, because a command that waited here for a second connection could wait for itself.
 */
@Injectable()
export class Organisation implements OnApplicationBootstrap {
  private readonly logger = new Logger(Organisation.name);
  private kept: { snapshot: OrganisationSnapshot; at: number } | undefined;
  private loading: Promise<OrganisationSnapshot> | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.snapshot();
  }

  /** All units; read anew in the background once a minute. */
  async snapshot(): Promise<OrganisationSnapshot> {
    if (!this.kept) return await this.reload();
    if (this.isOlderThan(KEEP_MILLISECONDS))
      this.reload().catch((error: unknown) => this.logger.warn({ error }, 'the organisation was not read anew'));
    return this.kept.snapshot;
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
    const found = pick(await this.snapshot()) ?? (this.isOlderThan(RELOAD_MILLISECONDS) ? pick(await this.reload()) : undefined);
    if (found === undefined) throw new UnitUnknown(kind, key);
    return found;
  }

  private isOlderThan(milliseconds: number): boolean {
    return !this.kept || Math.abs(this.clock.now().getTime() - this.kept.at) >= milliseconds;
  }

  private reload(): Promise<OrganisationSnapshot> {
    this.loading ??= this.load().finally(() => (this.loading = undefined));
    return this.loading;
  }

  private async load(): Promise<OrganisationSnapshot> {
    const at = this.clock.now().getTime();
    const [regions, halls, counters, departments] = await Promise.all([
      this.database.query(REGIONS),
      this.database.query(HALLS),
      this.database.query(COUNTERS),
      this.database.query(DEPARTMENTS),
    ]);
    const snapshot = new OrganisationSnapshot({ regions, halls, counters, departments });
    this.kept = { snapshot, at };
    return snapshot;
  }
}
