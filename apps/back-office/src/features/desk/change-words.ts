import type { TaskBackground } from '@onewindow/contracts';
import type { IsoDate } from '@onewindow/domain';
import { formatMoment } from '@onewindow/ui';

/** 您 10-28 16:20 看过以后，改了 2 处：经营面积、从业人数. */
export function changeWords({ seen, changes }: Pick<TaskBackground, 'seen' | 'changes'>, today: IsoDate): string {
  if (!seen || changes.length === 0) return '';
  const who = seen.own ? '您' : seen.by.name;
  const titles = [...new Set(changes.map(({ title }) => title))];
  const named = titles.slice(0, 4).join('、') + (titles.length > 4 ? '等' : '');
  return `${who} ${formatMoment(seen.at, today)} 看过以后，改了 ${changes.length} 处：${named}${seen.fresh ? '' : '（已看过）'}`;
}
