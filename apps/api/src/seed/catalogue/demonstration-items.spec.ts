import { describe, expect, it } from '@jest/globals';
import { bundleDefinition, itemDefinition, type ItemDefinitionInput } from '@onewindow/contracts';
import { parseItemCode, routeProblems } from '@onewindow/domain';
import { checkDefinition, type ChildVersion, layBundle, type RouteDepartments } from '../../catalogue/index.js';
import type { ItemSeed } from './building-blocks.js';
import { BUNDLE_CHILD_ITEMS, START_BUSINESS } from './bundles.js';
import { demonstrationPeople } from '../organisation/people.js';
import { DEPARTMENTS, DISTRICT } from '../organisation/units.js';
import { DEMONSTRATION_ITEMS, itemCodeOf, PUBLISHED_ITEMS } from './demonstration-items.js';

const departmentCodes = new Set<string>(DEPARTMENTS.map((department) => department.code));
const PEOPLE = demonstrationPeople();
const departments: RouteDepartments = new Map(
  DEPARTMENTS.map(({ code, shortName }) => {
    const own = PEOPLE.filter(({ department }) => department === code).map(({ roles }) => roles);
    const approvers = own.filter((roles) => roles.includes('approver'));
    const plainApprovers = approvers.filter((roles) => !roles.includes('chief')).length;
    const chiefs = own.filter((roles) => roles.includes('chief')).length;
    const staff = { approvers: approvers.length, plainApprovers, chiefs, anybody: true };
    return [code, { code, shortName, districtCode: DISTRICT, staff }];
  }),
);

const CHILDREN = BUNDLE_CHILD_ITEMS.map((item): ChildVersion => ({
  code: itemCodeOf(item),
  name: item.name,
  versionId: '0190a8f0-0000-7000-8000-000000000001',
  departmentCode: item.departmentCode,
  departmentName: item.departmentCode,
  definition: itemDefinition.parse(item.definition),
}));

/** As it is published: a bundle with its children laid in. */
function published({ definition }: ItemSeed): ItemDefinitionInput {
  if (!definition.bundle) return definition;
  const laid = layBundle(definition, bundleDefinition.parse(definition.bundle), CHILDREN);
  expect(laid.faults).toEqual([]);
  return laid.definition;
}

describe.each(PUBLISHED_ITEMS.map((item) => [item.name, item] as const))('%s', (_, item) => {
  it('is a definition of the contract', () => {
    expect(itemDefinition.safeParse(item.definition).error?.issues ?? []).toEqual([]);
  });

  it('passes every check of publication', () => {
    expect(
      checkDefinition({ code: itemCodeOf(item), definition: published(item), departmentCode: item.departmentCode, departments }).faults,
    ).toEqual([]);
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

  it('are all open; the children of the two bundles are taken inside them alone', () => {
    expect(PUBLISHED_ITEMS.every((item) => item.closedReason === null)).toBe(true);
    expect(new Set(PUBLISHED_ITEMS.map(itemCodeOf)).size).toBe(19);
    const bundles = DEMONSTRATION_ITEMS.filter((item) => item.definition.kind === 'bundle');
    expect(bundles.map((item) => item.name)).toEqual(['企业开办一件事', '出生一件事']);
  });

  it('ask in a bundle for the company once, and for every paper once', () => {
    const bundle = itemDefinition.parse(published(START_BUSINESS));
    const { properties } = bundle.form;
    expect(Object.keys(properties).filter((key) => /company/i.test(key))).toEqual(['company']);
    expect(bundle.materials.map(({ code }) => code)).toEqual(['application', 'charter', 'holders', 'premises', 'roster']);
    expect(bundle.bundle?.children.map(({ slice }) => slice?.fields.company)).toEqual(Array.from({ length: 5 }, () => 'company'));
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
