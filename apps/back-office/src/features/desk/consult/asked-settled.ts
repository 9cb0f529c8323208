import type { AskedConsultation } from '@onewindow/contracts';
import { type IsoDate, isTaskDeemed, pastMomentWords } from '@onewindow/domain';

type Asked = Pick<AskedConsultation, 'department' | 'status' | 'holder' | 'doneAt' | 'withdrawnReason'>;

/** R5.4: why a question can be withdrawn no more, without the full stop: 消防救援大队 李伟 10:42 已答复. */
export function askedSettled({ department: { shortName }, status, holder, doneAt, withdrawnReason }: Asked, today: IsoDate): string {
  const when = doneAt === null ? '' : ` ${pastMomentWords(doneAt, today)}`;
  if (withdrawnReason !== null) return `向${shortName}的征求${when} 已在别处撤回`;
  if (status === 'cancelled') return `向${shortName}的征求${when} 已取消`;
  if (isTaskDeemed(status)) return `${shortName}没有答复，系统${when} 已记入`;
  if (doneAt === null) return `向${shortName}的征求现在由别人办理`;
  return `${shortName}${holder === null ? '' : ` ${holder.name}`}${when} 已答复`;
}
