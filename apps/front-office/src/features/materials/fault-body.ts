import type { MaterialFault } from '@onewindow/domain';

/** A fault as the server takes it: what was not told is left out. */
export function faultBody(fault: MaterialFault | undefined): { points?: string[]; defect?: string } {
  if (!fault) return {};
  return { ...(fault.points.length > 0 ? { points: [...fault.points] } : {}), ...(fault.words === '' ? {} : { defect: fault.words }) };
}
