import { networkProblem, ProblemError, strangeAnswer } from '@onewindow/api-client';
import { endpoints, type Problem, pathOf } from '@onewindow/contracts';
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
export async function askForPdf(question: PdfQuestion, signal: AbortSignal): Promise<Blob> {
  const headers = new Headers({ 'content-type': 'application/json', 'x-csrf-token': currentSession()?.csrfToken ?? '' });
  let response: Response;
  try {
    response = await fetch(addressOf(question), { method: 'POST', headers, body: JSON.stringify(question.body), signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ProblemError(networkProblem());
  }
  const type = response.headers.get('content-type') ?? '';
  if (response.ok && type.includes('pdf')) return await response.blob();
  throw new ProblemError(type.includes('problem+json') ? ((await response.json()) as Problem) : strangeAnswer(response.status));
}
