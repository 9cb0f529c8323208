const DAYS = '日一二三四五六';
const OFFSET_MS = 8 * 3_600_000;

/** 10 月 29 日 星期四 10:42, in Shanghai wherever the screen hangs. */
export function headTime(now: Date): string {
  const there = new Date(now.getTime() + OFFSET_MS);
  const time = there.toISOString().slice(11, 16);
  return `${there.getUTCMonth() + 1} 月 ${there.getUTCDate()} 日 星期${DAYS[there.getUTCDay()] ?? ''} ${time}`;
}

/** 26 分钟; nobody ahead: 随到随办. */
export function waitWords(minutes: number): string {
  return minutes === 0 ? '随到随办' : `${minutes} 分钟`;
}

/** 10:42 */
export function timeWords(instant: string): string {
  return new Date(Date.parse(instant) + OFFSET_MS).toISOString().slice(11, 16);
}

/** 10 月 29 日 10:42 */
export function slipTime(instant: string): string {
  const there = new Date(Date.parse(instant) + OFFSET_MS);
  return `${there.getUTCMonth() + 1} 月 ${there.getUTCDate()} 日 ${there.toISOString().slice(11, 16)}`;
}
