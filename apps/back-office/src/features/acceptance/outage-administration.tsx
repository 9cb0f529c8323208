import { shanghaiToday } from '@onewindow/domain';
import { useNow } from '@onewindow/ui';
import { OutageRanges } from './outage-ranges.js';

/** 管理 › 停机单号. */
export function OutageAdministration() {
  return <OutageRanges today={shanghaiToday(useNow())} />;
}
