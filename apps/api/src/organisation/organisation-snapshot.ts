import type { departmentRef, hallRef } from '@onewindow/contracts';
import type { z } from 'zod';
import type { Counter } from './counter.entity.js';
import type { Department } from './department.entity.js';
import type { Hall } from './hall.entity.js';
import { UnitUnknown } from './organisation-problems.js';
import type { Region } from './region.entity.js';

export interface OrganisationRows {
  readonly regions: readonly Region[];
  readonly halls: readonly Hall[];
  readonly counters: readonly Counter[];
  readonly departments: readonly Department[];
}

/** Regions, halls, counters and departments as they were read at one moment; look-ups cost nothing. */
export class OrganisationSnapshot implements OrganisationRows {
  readonly regions: readonly Region[];
  readonly halls: readonly Hall[];
  readonly counters: readonly Counter[];
  readonly departments: readonly Department[];
  private readonly hallsById: ReadonlyMap<string, Hall>;
  private readonly countersById: ReadonlyMap<string, Counter>;
  private readonly departmentsById: ReadonlyMap<string, Department>;
  private readonly departmentsByCode: ReadonlyMap<string, Department>;
  private readonly regionsByCode: ReadonlyMap<string, Region>;

  constructor({ regions, halls, counters, departments }: OrganisationRows) {
    this.regions = regions;
    this.halls = halls;
    this.counters = counters;
    this.departments = departments;
    this.hallsById = new Map(halls.map((hall) => [hall.id, hall]));
    this.countersById = new Map(counters.map((counter) => [counter.id, counter]));
    this.departmentsById = new Map(departments.map((department) => [department.id, department]));
    this.departmentsByCode = new Map(departments.map((department) => [department.code, department]));
    this.regionsByCode = new Map(regions.map((region) => [region.code, region]));
  }

  hall(id: string): Hall | undefined {
    return this.hallsById.get(id);
  }

  counter(id: string): Counter | undefined {
    return this.countersById.get(id);
  }

  department(id: string): Department | undefined {
    return this.departmentsById.get(id);
  }

  departmentByCode(code: string): Department | undefined {
    return this.departmentsByCode.get(code);
  }

  region(code: string): Region | undefined {
    return this.regionsByCode.get(code);
  }

  /** @throws UnitUnknown */
  hallRef(id: string): z.output<typeof hallRef> {
    const hall = this.hall(id);
    if (!hall) throw new UnitUnknown('hall', id);
    return { id: hall.id, code: hall.code, name: hall.name };
  }

  /** @throws UnitUnknown */
  departmentRef(id: string): z.output<typeof departmentRef> {
    const department = this.department(id);
    if (!department) throw new UnitUnknown('department', id);
    return { id: department.id, code: department.code, name: department.name, shortName: department.shortName };
  }
}
