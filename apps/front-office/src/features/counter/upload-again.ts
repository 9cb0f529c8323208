import type { ProblemError } from '@onewindow/api-client';

type Refusal = Pick<ProblemError, 'code' | 'status' | 'outcomeUnknown'>;

/** What the file itself is refused for: sent again it would be refused again. */
const OF_THE_FILE: ReadonlySet<string> = new Set([
  'upload.file-empty',
  'upload.type-not-allowed',
  'upload.type-mismatch',
  'upload.too-large',
  'upload.image-damaged',
  'upload.image-too-large',
  'upload.file-cut-off',
]);
/** What may be wrong with a PDF has many names. */
const OF_A_PDF = 'upload.pdf-';
/** A proxy's word on its size or type, without a code of ours. */
const TOO_LARGE = 413;
const UNSUPPORTED = 415;

/** The upload that was begun in parts is gone, or holds something else: another try begins anew. */
const BEGUN_IN_VAIN: ReadonlySet<string> = new Set(['upload.not-found', 'upload.size-mismatch']);

/** How a file that did not arrive is sent again while it is in hand; null where only another file helps. */
export function againLabel({ code, status, outcomeUnknown }: Refusal): '续传' | '再传' | null {
  if (OF_THE_FILE.has(code) || code.startsWith(OF_A_PDF) || status === TOO_LARGE || status === UNSUPPORTED) return null;
  return outcomeUnknown ? '续传' : '再传';
}

/** The upload as its next try sends it: under the same key, behind the parts that have arrived unless those are lost. */
export function nextTry<One extends { uploadId: string | null; beginKey: string; problem: Refusal | null }>(one: One): One {
  const isLost = one.problem !== null && BEGUN_IN_VAIN.has(one.problem.code);
  return isLost ? { ...one, uploadId: null, beginKey: crypto.randomUUID() } : one;
}
