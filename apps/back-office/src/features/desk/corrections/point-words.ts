import type { CorrectionPoint } from '@onewindow/contracts';

/** What came of one thing that was asked for: 12 改为 14; the new file; null while it is still to come. */
export function broughtWords({ kind, brought }: CorrectionPoint): string | null {
  if (brought === null) return null;
  const { before, after } = brought;
  if (kind === 'material') return `新交 ${after ?? '纸质'}`;
  return before === null || after === null ? '已改正' : `${before} 改为 ${after}`;
}
