import type { DelegationView } from '@onewindow/contracts';
import { dateWords, type IsoDate } from '@onewindow/domain';

export const STATE_WORDS = { coming: '未开始', running: '代理中', over: '已结束' } as const satisfies Record<
  DelegationView['state'],
  string
>;

/** 11-20 至 11-27; one day alone: 11-20. */
export function daysWords({ startsOn, endsOn }: Pick<DelegationView, 'startsOn' | 'endsOn'>, today: IsoDate): string {
  const first = dateWords(startsOn, today);
  return startsOn === endsOn ? first : `${first} 至 ${dateWords(endsOn, today)}`;
}

/** What stands on the form against sending it, in the order of its fields. */
export function missingWords(form: {
  startsOn: IsoDate | null;
  endsOn: IsoDate | null;
  delegateId: string | null;
  reason: string;
  authority: string;
  needsAuthority: boolean;
}): string[] {
  return [
    form.startsOn === null || form.endsOn === null ? '填从哪天到哪天' : '',
    form.delegateId === null ? '选一个代办人' : '',
    form.needsAuthority && form.authority.trim() === '' ? '写授权文书' : '',
    form.reason.trim() === '' ? '写事由' : '',
  ].filter(Boolean);
}
