import { problemOf } from '@onewindow/api-client';
import { useEffect, useState } from 'react';
import { askForPdf, type PdfQuestion } from './pdf-question.js';

/** Typing on does not ask for a sheet at every letter. */
const QUIET_MS = 250;

export interface Preview {
  /** Of the sheet that was drawn last; it stays while the next one is on its way. */
  url: string | null;
  problem: string | null;
  waiting: boolean;
}

/**
 * Holds the preview of what is asked now; an overtaken answer is dropped, and its memory given back.
 * @param state another number draws the same question anew: what it is about was changed
 */
export function usePreview(question: PdfQuestion | null, state = 0): Preview {
  const [shown, setShown] = useState<{ key: string; url: string | null; problem: string | null } | null>(null);
  const key = question === null ? '' : JSON.stringify({ question, state });

  useEffect(() => {
    if (key === '') return;
    const leaving = new AbortController();
    const timer = window.setTimeout(
      () => {
        askForPdf((JSON.parse(key) as { question: PdfQuestion }).question, leaving.signal)
          .then((sheet) => setShown({ key, url: URL.createObjectURL(sheet), problem: null }))
          .catch((error: unknown) => {
            if (!leaving.signal.aborted) setShown({ key, url: null, problem: problemOf(error).message });
          });
      },
      firstAsk() ? 0 : QUIET_MS,
    );
    return () => {
      window.clearTimeout(timer);
      leaving.abort();
    };
  }, [key]);

  const url = shown?.url ?? null;
  useEffect(() => {
    if (url === null) return;
    return () => URL.revokeObjectURL(url);
  }, [url]);

  return { url, problem: shown?.problem ?? null, waiting: key !== '' && shown?.key !== key };
}

let lastAsked = Number.NEGATIVE_INFINITY;

/** The first look comes at once; only what follows quickly is gathered. */
function firstAsk(): boolean {
  const now = performance.now();
  const isFirst = now - lastAsked > 2 * QUIET_MS;
  lastAsked = now;
  return isFirst;
}
