import { describe, expect, it } from '@jest/globals';
import { itemDefinition } from '@onewindow/contracts';
import { parseItemCode, routeProblems } from '@onewindow/domain';
import { checkDefinition } from '../../catalogue/index.js';
import { DEPARTMENTS } from '../organisation/units.js';
import { DEMONSTRATION_ITEMS, itemCodeOf } from './demonstration-items.js';

const departmentCodes = new Set<string>(DEPARTMENTS.map((department) => department.code));

describe.each(DEMONSTRATION_ITEMS.map((item) => [item.name, item] as const))('%s', (_, item) => {
  it('is a definition of the contract', () => {
    expect(itemDefinition.safeParse(item.definition).error?.issues ?? []).toEqual([]);
  });

  it('passes every check of publication', () => {
    expect(checkDefinition({ code: itemCodeOf(item), definition: item.definition, departmentCodes }).faults).toEqual([]);
  });

  it('has a route without problems (R5.1), or none', () => {
    const { route, kind } = itemDefinition.parse(item.definition);
    expect(kind === 'promised' ? routeProblems(route) : route.steps).toEqual([]);
  });

  it('has a code of its agency (R8.3)', () => {
    const code = parseItemCode(itemCodeOf(item));
    expect(code.ok && code.value.level).toBe('4');
  });
});

describe('the ten items together', () => {
  it('are ten, each with its own code', () => {
    expect(new Set(DEMONSTRATION_ITEMS.map(itemCodeOf)).size).toBe(10);
  });

  it('leave the two bundles closed', () => {
    const closed = DEMONSTRATION_ITEMS.filter((item) => item.closedReason !== null);
    expect(closed.map((item) => item.name)).toEqual(['企业开办一件事', '出生一件事']);
    expect(closed.every((item) => item.definition.kind === 'bundle')).toBe(true);
  });

  it('keep the limits that catalogue.md gives', () => {
    const limits = DEMONSTRATION_ITEMS.map((item) => [item.definition.statutoryLimit, item.definition.promisedLimit]);
    expect(limits).toEqual([
      [10, 5],
      [20, 5],
      [20, 10],
      [null, 1],
      [null, 5],
      [null, 30],
      [null, null],
      [20, 1],
      [null, null],
      [null, 10],
    ]);
  });

  it('offer the usual reasons for declining (R2.6)', () => {
    for (const { definition } of DEMONSTRATION_ITEMS) expect(definition.declineReasons?.length ?? 0).toBeGreaterThanOrEqual(2);
  });

  it('name only departments that are there', () => {
    for (const item of DEMONSTRATION_ITEMS) expect(departmentCodes).toContain(item.departmentCode);
  });
});
