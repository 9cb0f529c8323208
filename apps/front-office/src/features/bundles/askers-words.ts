import type { ItemDefinition } from '@onewindow/contracts';
import { bundleAskersOf, type ConditionSubject } from '@onewindow/domain';

/** 市场监管局、税务局: whom a paper of a bundle serves; all departments of what the bundle itself asks for; null elsewhere. */
export function askersWords({ bundle }: Pick<ItemDefinition, 'bundle'>, code: string, subject: ConditionSubject): string | null {
  if (!bundle) return null;
  const askers = bundleAskersOf(bundle.children, code, subject);
  return askers.length === 0 ? '各部门共用' : askers.join('、');
}
