import type { CaseDetail } from '@onewindow/contracts';

/** What became of a case that papers were taken in for. */
export interface TakenIn {
  readonly caseId: string;
  readonly words: string;
}

/** The sentence for the clerk, who tells the applicant. */
export function outcomeOf({ id, title, status, acceptedOn, hindrances }: CaseDetail): TakenIn {
  const words =
    status === 'accepted' ? `${title} 补正收齐，已受理，受理日 ${acceptedOn ?? ''}。` : `${title} 已收，还差 ${hindrances.length} 项。`;
  return { caseId: id, words };
}
