const SHANGHAI_MS = 8 * 3_600_000;

/** `2026-11-05` as 11 月 5 日. */
export function dayWords(day: string): string {
  return `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`;
}

/** An instant in Shanghai as 10-29 10:36. */
export function momentWords(instant: string): string {
  const local = new Date(new Date(instant).getTime() + SHANGHAI_MS).toISOString();
  return `${local.slice(5, 10)} ${local.slice(11, 16)}`;
}

/** When the page was made: 10 月 30 日 09:15. */
export function updatedWords(instant: string): string {
  const local = new Date(new Date(instant).getTime() + SHANGHAI_MS).toISOString();
  return `${dayWords(local.slice(0, 10))} ${local.slice(11, 16)}`;
}

/** What remains in words; nothing once the case is over. */
export function remainingWords(remaining: number | null): string {
  if (remaining === null) return '';
  if (remaining === 0) return '今天到期';
  return remaining > 0 ? `还剩 ${remaining} 个工作日` : `超 ${-remaining} 天`;
}

/** How long somebody waits who comes now: 约 26 分钟; where no counter is open, nobody is sent there for nothing. */
export function waitingWords(minutes: number | null): string {
  if (minutes === null) return '窗口未开放';
  return minutes > 0 ? `约 ${minutes} 分钟` : '随到随办';
}

/** R8.4, grouped 6 8 6 1. */
export function groupedNo(caseNo: string): string {
  return caseNo.replace(/^(.{6})(.{8})(.{6})(.)$/, '$1 $2 $3 $4');
}

/** The right side of a step: when it was done, since when, or by when. */
export function stepTime(step: {
  state: 'done' | 'current' | 'future' | 'refused' | 'ended';
  at: string | null;
  day: string | null;
}): string {
  if (step.state !== 'current' && step.state !== 'future') return step.at ? momentWords(step.at) : '';
  if (step.state === 'current' && step.at) return `${momentWords(step.at).slice(0, 5)} 起`;
  return step.day ? `${step.day.slice(5)} 前` : '';
}
