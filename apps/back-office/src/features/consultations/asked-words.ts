import type { ConsultationRow } from '@onewindow/contracts';

/** Who waits for the answer, and about what, for the second line of a row. */
export function askedWords({ question, asking, askedBy, itemName }: ConsultationRow): string {
  if (question === null) return `${asking.shortName}·${itemName}`;
  return `${asking.shortName}${askedBy ? askedBy.name : ''}问：${question}`;
}
