import type { CorrectionView } from '@onewindow/contracts';
import { type CorrectionStatus, type IsoDate, pastMomentWords } from '@onewindow/domain';

const CLOSINGS = {
  answered: '已收齐补正',
  withdrawn: '已撤回补正要求',
  lapsed: '已随办件结束补正要求',
} as const satisfies Record<Exclude<CorrectionStatus, 'open'>, string>;

/** R5.4: who has closed a request for corrections meanwhile, without the full stop: 陈芳 10:42 已收齐补正. */
export function correctionSettled(one: Pick<CorrectionView, 'status' | 'closedBy' | 'closedAt'>, today: IsoDate): string {
  const { status, closedBy, closedAt } = one;
  const when = closedAt === null ? '' : ` ${pastMomentWords(closedAt, today)}`;
  return `${closedBy?.name ?? '系统'}${when} ${status === 'open' ? '' : CLOSINGS[status]}`;
}
