import { maskPersonName } from '@onewindow/domain';
import type { WaitingRow } from './waiting-rows.js';

/** What is waited for: 补正 2 份. */
export function countWords(row: WaitingRow): string {
  if (row.kind === 'deferred') return '容缺 1 份';
  if (row.kind === 'correction') return `审查补正 ${row.correction.points.filter(({ brought }) => brought === null).length} 项`;
  return `补正 ${row.supplement.materials.length} 份`;
}

/** Whose case of which item it is. */
export function namesOf(row: WaitingRow): { name: string; item: string; caseNo: string } {
  if (row.kind === 'deferred') return { name: row.deferred.applicantName, item: row.deferred.itemName, caseNo: row.deferred.caseNo };
  const { title, applicantName, itemName, caseNo } = row.kind === 'correction' ? row.correction : row.supplement;
  const repeats = title === applicantName || title === maskPersonName(applicantName) || title === itemName;
  return { name: repeats ? applicantName : `${title}·${applicantName}`, item: itemName, caseNo };
}
