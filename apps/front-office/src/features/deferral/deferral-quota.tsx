import type { DeferralView } from '@onewindow/contracts';
import { QuotaChip } from '@onewindow/ui';
import { isBarred } from './deferral-words.js';

/** 容缺 0/1 in the head of the checklist, counted by the server with every change; nothing on items that never defer. */
export function DeferralQuota({ view }: { view: DeferralView | undefined }) {
  if (!view?.itemAllows || view.credit === null) return null;
  return <QuotaChip used={view.used} limit={view.quota} barred={isBarred(view)} />;
}
