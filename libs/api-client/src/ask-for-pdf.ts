import type { Problem } from '@onewindow/contracts';
import { networkProblem, ProblemError, strangeAnswer } from './problem-error.js';

/** What a PDF is asked for that is made for one look: it writes nothing, so it needs no key. */
export interface PdfRequest {
  /** Address below the origin, from `pathOf`. */
  path: string;
  body: unknown;
  csrfToken: string | null;
  signal: AbortSignal;
}

/**
 * Asks for a PDF that is made for this one look.
 * @throws ProblemError with the server's sentence; what the signal called off is thrown as it is
 */
export async function askForPdf({ path, body, csrfToken, signal }: PdfRequest): Promise<Blob> {
  const headers = new Headers({ 'content-type': 'application/json', 'x-csrf-token': csrfToken ?? '' });
  let response: Response;
  try {
    response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body), signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ProblemError(networkProblem());
  }
  const type = response.headers.get('content-type') ?? '';
  if (response.ok && type.includes('pdf')) return await response.blob();
  throw new ProblemError(type.includes('problem+json') ? ((await response.json()) as Problem) : strangeAnswer(response.status));
}
