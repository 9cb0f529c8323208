import type { AgentRelation } from '@onewindow/contracts';
import { isIsoDate, type IsoDate } from '@onewindow/domain';

/** What an agent is to the applicant. */
export const RELATION_LABELS = {
  employee: '本单位员工',
  relative: '近亲属',
  lawyer: '律师',
  agency: '代办机构',
  other: '其他',
} as const satisfies Record<AgentRelation, string>;

/** A typed last day of the authority: digits alone will do. */
export interface AuthorityEnd {
  state: 'empty' | 'ok' | 'warn' | 'bad';
  date: IsoDate | null;
  reason: string | null;
}

/** Reads `20261231`, `2026-12-31` or `2026.12.31`; an ended authority is taken down and hinders acceptance. */
export function readAuthorityEnd(text: string, today: IsoDate): AuthorityEnd {
  const plain = text.trim();
  if (plain === '') return { state: 'empty', date: null, reason: null };
  const parts = /^(\d{4})[-./年]?(\d{1,2})[-./月]?(\d{1,2})日?$/.exec(plain);
  const date = parts ? `${parts[1] ?? ''}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[3] ?? '').padStart(2, '0')}` : '';
  if (!isIsoDate(date)) return { state: 'bad', date: null, reason: '不是存在的日期，照委托书写年月日' };
  if (date < today) return { state: 'warn', date, reason: `${date} 已过，换交有效的委托书才能受理` };
  return { state: 'ok', date, reason: null };
}
