import type { Problem } from '@onewindow/contracts';

const BROKEN = 'network.broken';
const STRANGE = 'network.strange-answer';

/** What the API refused, or the line that broke. `code` is stable; `title` is the Chinese sentence to show. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
    this.name = 'ProblemError';
  }
  get code(): string {
    return this.problem.code;
  }
  get status(): number {
    return this.problem.status;
  }
  /** True when nothing is known of the outcome: a retry under the same key is safe and right. */
  get outcomeUnknown(): boolean {
    if (this.code === BROKEN) return true;
    // The server may have done it before the proxy lost its answer. Where the server itself says 503, it has not.
    return this.code === STRANGE && this.status >= 502 && this.status <= 504;
  }
}

/** The problem of a request that got no answer. */
export function networkProblem(): Problem {
  return { type: 'about:blank', title: '网络中断，没有收到答复。内容还在本机，恢复后重试。', status: 0, code: BROKEN };
}

/** The problem of an answer that is not problem+json, such as a proxy's page. */
export function strangeAnswer(status: number): Problem {
  return { type: 'about:blank', title: `服务没有正常答复（${status}）。稍后重试。`, status, code: STRANGE };
}

/**
 * What to show of any rejected call.
 * @returns the server's problem, or one with the code `client.failed` that says that something broke on this side
 */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  return new ProblemError({ type: 'about:blank', title: '这一步没有做成。刷新后重试。', status: 0, code: 'client.failed' });
}
