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

/** On the wall; minutes are null as long as no counter serves the queue: there is no saying how long. */
export function wallWaitWords({ expectedMinutes }: { expectedMinutes: number | null }): string {
  return expectedMinutes === null ? '待开放' : waitWords(expectedMinutes);
}

/** On a button of the kiosk: 等候 8 人，约 12 分钟. */
export function kioskWaitWords({ waiting, expectedMinutes }: { waiting: number; expectedMinutes: number | null }): string {
  const people = waiting === 0 ? '没有人等候' : `等候 ${waiting} 人`;
  if (expectedMinutes === null) return `${people}，窗口还没有开放`;
  return waiting === 0 ? `${people}，随到随办` : `${people}，约 ${waitWords(expectedMinutes)}`;
}

/** On the slip and on one's phone: 前面 3 人，约 12 分钟; minutes are null as long as no counter serves the business. */
export function aheadWords({ ahead, expectedMinutes }: { ahead: number; expectedMinutes: number | null }): string {
  const people = ahead === 0 ? '前面没有人' : `前面 ${ahead} 人`;
  if (expectedMinutes === null) return `${people}，窗口未开放`;
  return ahead === 0 ? `${people}，留意叫号` : `${people}，约 ${waitWords(expectedMinutes)}`;
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
