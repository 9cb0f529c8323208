import { describe, expect, it } from '@jest/globals';
import { itemDefinition, type ItemDefinitionInput } from '@onewindow/contracts';
import { SHOP_PERMIT } from '../../test/hall-factory.js';
import { checkDefinition } from './definition-faults.js';
import { type RouteDepartment, routeHints } from './route-faults.js';

type Step = ItemDefinitionInput['route']['steps'][number];

const CODE = '11440199007510424200000123000001';
const office = (code: string, over: Partial<RouteDepartment> = {}): [string, RouteDepartment] => [
  code,
  { code, shortName: `${code}局`, districtCode: '440199', staff: { approvers: 2, plainApprovers: 2, chiefs: 1, anybody: true }, ...over },
];
const nobody = { approvers: 0, plainApprovers: 0, chiefs: 0, anybody: false };
const departments = new Map([
  office('health'),
  office('fire', { staff: { approvers: 1, plainApprovers: 1, chiefs: 0, anybody: true } }),
  office('new', { staff: nobody }),
  office('far', { districtCode: '440103' }),
]);
const step = (key: string, over: Partial<Step> = {}): Step => ({
  key,
  name: key,
  kind: 'review',
  departmentCode: 'lead',
  role: 'approver',
  limit: 2,
  onSilence: 'wait',
  after: [],
  ...over,
});
const decide = (after: string[]): Step => step('decide', { kind: 'decision', role: 'chief', after });
const faultsOf = (...steps: Step[]): string[] => {
  const definition = { ...SHOP_PERMIT, route: { steps } };
  const { faults } = checkDefinition({ code: CODE, definition, departmentCode: 'health', departments });
  return faults.filter(({ path }) => path !== 'code').map(({ path, message }) => `${path} ${message}`);
};

describe('R5.1 a route is checked before it is published', () => {
  it('R5.1 a sound one passes', () => {
    expect(faultsOf(step('a', { reviewers: 2, countersign: true }), step('b', { departmentCode: 'fire' }), decide(['a', 'b']))).toEqual([]);
  });

  it('R5.1 a route that never joins is refused', () => {
    expect(faultsOf(step('a'), step('b'), decide(['a']))).toEqual(['route.steps.1 b这一支没有汇合到决定，决定时可能还没有办完']);
  });

  it('R1.1 a limit of zero is refused', () => {
    expect(faultsOf(step('a', { limit: 0 }), decide(['a']))).toEqual([expect.stringMatching(/^route\.steps\.0\.limit /)]);
  });

  it('R5.1 departments exist, in the district of the lead, with the people for the step', () => {
    expect(faultsOf(step('a', { departmentCode: 'none' }), decide(['a']))).toEqual(['route.steps.0.departmentCode 没有部门“none”']);
    expect(faultsOf(step('a', { departmentCode: 'far' }), decide(['a']))).toEqual([
      'route.steps.0.departmentCode far局不在health局所在的区划，不能办a',
    ]);
    expect(
      faultsOf(
        step('a', { departmentCode: 'fire', reviewers: 2 }),
        step('b', { departmentCode: 'fire', role: 'chief' }),
        decide(['a', 'b']),
      ),
    ).toEqual(['route.steps.0.departmentCode fire局审批人员不足两人，办不了a', 'route.steps.1.departmentCode fire局没有首席代表，办不了b']);
  });

  it('R5.1 a condition on an option that is not there would pass the step over for ever', () => {
    expect(faultsOf(step('a', { when: { question: 'place', in: ['bath', 'pool'] } }), decide(['a']))).toEqual([
      'route.steps.0.when “场所类别”没有选项“pool”，这一环节永远不会开始',
    ]);
  });

  it('R1.5 tells of a route longer than promised, and of a department where nobody works yet', () => {
    const route = { steps: [step('a', { limit: 9, departmentCode: 'new' }), decide(['a'])] };
    expect(faultsOf(...route.steps)).toEqual([]);
    expect(routeHints(itemDefinition.parse({ ...SHOP_PERMIT, route }), 'health', departments)).toEqual([
      '各环节时限最长一路共 11 个工作日，超过承诺的 5 个工作日',
      'new局还没有审批人员，件会没人签收',
    ]);
  });
});
