import { addCalendarDays, dateWords, type IsoDate } from '@onewindow/domain';

/** R5.2: when silence will count, or has counted: 10-30 期满视为无意见. @param silenceOn the first day on which it counts, null where it never does */
export function silenceWords(silenceOn: IsoDate | null, due: IsoDate | null, today: IsoDate): string {
  if (silenceOn !== null) return `${dateWords(addCalendarDays(silenceOn, -1), today)} 期满视为无意见`;
  return due === null ? '' : `${dateWords(due, today)} 前答复，须有答复`;
}
