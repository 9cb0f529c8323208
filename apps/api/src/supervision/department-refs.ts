import type { departmentRef } from '@onewindow/contracts';
import type { z } from 'zod';
import type { Organisation } from '../organisation/index.js';

export type DepartmentRef = z.output<typeof departmentRef>;

/** A department as others see it. @throws UnitUnknown */
export async function departmentRefOf(organisation: Organisation, departmentId: string): Promise<DepartmentRef> {
  const { id, code, name, shortName } = await organisation.department(departmentId);
  return { id, code, name, shortName };
}
