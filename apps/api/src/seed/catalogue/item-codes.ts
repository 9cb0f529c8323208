import { makeItemCode } from '@onewindow/domain';
import { DEPARTMENTS } from '../organisation/units.js';
import type { ItemSeed } from './building-blocks.js';

/** 县级, the level at which a district's department acts. */
const COUNTY_LEVEL = '4';

/** R8.3: the item's code: its agency's credit code, the level, the basic code. */
export function itemCodeOf(item: Pick<ItemSeed, 'departmentCode' | 'basicCode'>): string {
  const agency = DEPARTMENTS.find((department) => department.code === item.departmentCode);
  if (!agency) throw new Error(`no department ${item.departmentCode}`);
  return makeItemCode(agency.creditCode, COUNTY_LEVEL, item.basicCode);
}
