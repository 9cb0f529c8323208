import { forgetValue, forgetWords, useKeptAnswer } from '@onewindow/ui';

/** What is written about a case before it is sent. */
const WRITTEN = ['supplement', 'decline', 'deny', 'withdraw'] as const;
type Written = (typeof WRITTEN)[number];

/** The name under which it outlasts a reload. */
export const aboutCase = (caseId: string, what: Written): string => `${caseId}:${what}`;

/** The name under which it outlasts a reload what is wrong with one of its papers. */
export const aboutFault = (caseId: string, code: string): string => `${caseId}:fault:${code}`;

/** The case went on: nothing that was written for it is waited for any more. @param codes of its papers */
export function forgetWordsAbout(caseId: string, codes: readonly string[] = []): void {
  for (const what of WRITTEN) forgetWords(aboutCase(caseId, what));
  for (const code of codes) forgetValue(aboutFault(caseId, code));
}

/** The words of the one notice: null while they are those composed from the verdicts. A clerk's own outlast a reload. */
export const useNoticeText = (caseId: string) => useKeptAnswer(aboutCase(caseId, 'supplement'));
