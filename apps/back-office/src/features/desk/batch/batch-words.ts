import type { DeskBatch } from '@onewindow/contracts';

/** 准予, 审查通过: what is done with all of them. */
export function batchVerb(outcome: DeskBatch['outcome']): string {
  return { agree: '审查通过', grant: '准予' }[outcome];
}

/** What stands between the form and sending it. */
export interface BatchPart {
  taken: number;
  points: number;
  seen: number;
  opinion: string;
}

/** What is missing before the batch can be sent; null when nothing is. */
export function batchHindrance({ taken, points, seen, opinion }: BatchPart): string | null {
  if (taken === 0) return '没有一件可以批量办，逐件办';
  const missing = [seen < points ? `核对 ${points - seen} 条要点` : '', opinion.trim() === '' ? '写意见' : ''].filter(Boolean);
  return missing.length === 0 ? null : `先${missing.join('、')}`;
}
