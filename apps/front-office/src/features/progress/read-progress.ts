/** What the page shows; the shape of `endpoints.getProgress`. */
export interface Progress {
  regionName: string;
  caseNo: string;
  itemName: string;
  status: string;
  statusWords: string;
  promisedDue: string | null;
  promisedRemaining: number | null;
  statutoryDue: string | null;
  steps: {
    name: string;
    state: 'done' | 'current' | 'future' | 'refused' | 'ended';
    words: string | null;
    at: string | null;
    day: string | null;
  }[];
  ask: { title: string; lines: string[]; note: string; how: string } | null;
  /** 一件事 alone. */
  children?: { name: string; department: string; state: string; words: string; due: string | null }[] | undefined;
  notes: string[];
  waiting: { hall: string; people: number; minutes: number | null }[];
  contact: { name: string; phone: string } | null;
  updatedAt: string;
}

/** `unknown`: the code belongs to no case, and looking again does not help. */
export type ProgressState =
  { state: 'waiting' } | { state: 'ready'; progress: Progress } | { state: 'unknown' } | { state: 'failed'; words: string };

/** Reads the progress of one case by the token of its receipt. The page loads neither the endpoint table nor its schemas. */
export async function readProgress(token: string, fetcher: typeof fetch = fetch): Promise<ProgressState> {
  let response: Response;
  try {
    response = await fetcher(`/api/progress/${encodeURIComponent(token)}`, { headers: { accept: 'application/json' } });
  } catch {
    return { state: 'failed', words: '网络中断，没有查到。连上后再看。' };
  }
  if (response.ok) return { state: 'ready', progress: (await response.json()) as Progress };
  // A mistyped token is refused by its shape, an unknown one is not found: to the person it is the same.
  if (response.status === 404 || response.status === 400) return { state: 'unknown' };
  const problem: unknown = await response.json().catch(() => null);
  const title = typeof problem === 'object' && problem !== null && 'title' in problem ? String(problem.title) : '';
  return { state: 'failed', words: title || '现在查不到进度，过一会儿再看。' };
}
