import { addCalendarDays, dateWords, type IsoDate, yearOf } from '@onewindow/domain';

/**
 * When silence counts as 无意见, or by when an answer is asked for that silence does not give. By a year whose holidays are not published silence
 * counts on no day yet (R1.2): a guessed one is not shown as if it did.
 */
export function silenceWords(
  silenceOn: IsoDate | null,
  step: { readonly due: IsoDate; readonly provisional: boolean } | null,
  today: IsoDate,
): string {
  if (silenceOn !== null && step?.provisional === true) return `期满视为无意见，期满日待 ${yearOf(step.due)} 年放假安排公布`;
  if (silenceOn !== null) return `${dateWords(addCalendarDays(silenceOn, -1), today)} 期满视为无意见`;
  return step === null ? '' : `${dateWords(step.due, today)} 前答复，须有答复`;
}
