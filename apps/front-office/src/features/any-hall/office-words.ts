import type { JurisdictionView } from '@onewindow/contracts';

/** 由临江区民政局办理，资格审核由江滨街道民政办: who will decide, and whose office does which step. */
export function officeWords({ office, steps }: Pick<JurisdictionView, 'office' | 'steps'>): string {
  const byOthers = steps.map(({ name, department }) => `${name}由${department.shortName}`);
  return [`由${office.name}办理`, ...byOthers].join('，');
}
