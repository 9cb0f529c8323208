import { forgetWords, useKeptAnswer } from '@onewindow/ui';

/** What is written about a case before it is sent. */
const WRITTEN = ['supplement', 'decline', 'deny', 'withdraw'] as const;
type Written = (typeof WRITTEN)[number];

/** The name under which it outlasts a reload. */
export const aboutCase = (caseId: string, what: Written): string => `${caseId}:${what}`;

/** The case went on: nothing that was written for it is waited for any more. */
export function forgetWordsAbout(caseId: string): void {
  for (const what of WRITTEN) forgetWords(aboutCase(caseId, what));
}

/** The words of the one notice: null while they are those composed from the verdicts. A clerk's own outlast a reload. */
export const useNoticeText = (caseId: string) => useKeptAnswer(aboutCase(caseId, 'supplement'));
