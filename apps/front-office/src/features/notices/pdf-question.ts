import { askForPdf as ask } from '@onewindow/api-client';
import { endpoints, pathOf } from '@onewindow/contracts';
import { currentSession } from '../../app/api.js';

/** What a preview is asked for; it writes nothing, so it needs no key. */
export type PdfQuestion =
  | { kind: 'guide'; body: { itemVersionId: string; answers: Record<string, string | number | boolean> } }
  | {
      kind: 'notice';
      caseId: string;
      body: { kind: 'receipt' | 'acceptance' | 'supplement' | 'decline' | 'withdrawal'; text?: string; reason?: string };
    };

function addressOf(question: PdfQuestion): string {
  return question.kind === 'guide' ? pathOf(endpoints.previewGuide) : pathOf(endpoints.previewNotice, { params: { id: question.caseId } });
}

/** Asks for a PDF that is made for this one look. @throws ProblemError with the server's sentence */
export function askForPdf(question: PdfQuestion, signal: AbortSignal): Promise<Blob> {
  return ask({ path: addressOf(question), body: question.body, csrfToken: currentSession()?.csrfToken ?? null, signal });
}
