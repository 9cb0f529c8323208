import { randomUUID } from 'node:crypto';
import {
  type Endpoint,
  endpoints,
  type EndpointName,
  type Endpoints,
  pathOf,
  type Problem,
  type RequestOf,
  type ResponseOf,
  type Session,
} from '@onewindow/contracts';

/** The API's refusal, as the client got it. */
export class ProblemAnswer extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.title}`);
  }

  get code(): string {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }
}

/** What the API said to a call that it had to refuse. */
export async function refusal(call: Promise<unknown>): Promise<Pick<Problem, 'status' | 'code' | 'title'>> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof ProblemAnswer)) throw error;
    const { status, code, title } = error.problem;
    return { status, code, title };
  }
  throw new Error('It was not refused');
}

export interface CallOptions {
  /** The same key again is the same request again. */
  readonly idempotencyKey?: string;
  readonly file?: Blob;
  readonly fileName?: string;
}

type Call<E extends Endpoint> =
  Record<string, never> extends RequestOf<E>
    ? (request?: RequestOf<E>, options?: CallOptions) => Promise<ResponseOf<E>>
    : (request: RequestOf<E>, options?: CallOptions) => Promise<ResponseOf<E>>;
/** One typed function for each endpoint of the table; it rejects with ProblemAnswer. */
export type TestApi = { [N in EndpointName]: Call<Endpoints[N]> };

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  readonly text: string;
}

export interface RawRequest {
  readonly body?: NonNullable<RequestInit['body']>;
  readonly json?: unknown;
  readonly headers?: Record<string, string>;
  /** null leaves it out. */
  readonly idempotencyKey?: string | null;
}

interface AnyRequest {
  readonly params?: Record<string, unknown>;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
}

/** A browser of one person: keeps the cookie, sends the CSRF token. */
export class TestClient {
  readonly api: TestApi;
  session: Session | null = null;
  private cookie: string | null = null;

  constructor(readonly baseUrl: string) {
    const calls = Object.entries(endpoints).map(([name, endpoint]) => [
      name,
      (request: AnyRequest = {}, options: CallOptions = {}) => this.call(endpoint as unknown as Endpoint, request, options),
    ]);
    this.api = Object.fromEntries(calls) as TestApi;
  }

  async signIn(name: string, password: string, counterId?: string): Promise<Session> {
    this.session = await this.api.signIn({ body: { name, password, ...(counterId === undefined ? {} : { counterId }) } });
    return this.session;
  }

  /** Sends anything at all: for malformed requests and for looking at headers. */
  async raw(method: string, path: string, request: RawRequest = {}): Promise<RawAnswer> {
    const headers = new Headers(request.headers);
    if (request.json !== undefined) headers.set('content-type', 'application/json');
    if (this.session && method !== 'GET' && !headers.has('x-csrf-token')) headers.set('x-csrf-token', this.session.csrfToken);
    if (method !== 'GET' && request.idempotencyKey !== null) headers.set('idempotency-key', request.idempotencyKey ?? randomUUID());
    if (this.cookie) headers.set('cookie', this.cookie);
    const body = request.json === undefined ? request.body : JSON.stringify(request.json);
    const response = await fetch(this.baseUrl + path, { method, headers, redirect: 'manual', ...(body === undefined ? {} : { body }) });
    this.keepCookie(response);
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return { status: response.status, headers: response.headers, body: isJson && text !== '' ? (JSON.parse(text) as unknown) : null, text };
  }

  /** The cookie header, for requests that fetch can't make. */
  get cookieHeader(): string {
    return this.cookie ?? '';
  }

  private async call(endpoint: Endpoint, request: AnyRequest, options: CallOptions): Promise<unknown> {
    let form: FormData | undefined;
    if (endpoint.bodyKind === 'file') {
      form = new FormData();
      if (options.file) form.set('file', options.file, options.fileName);
    }
    const answer = await this.raw(endpoint.method, pathOf(endpoint, request), {
      ...(form ? { body: form } : {}),
      ...(endpoint.bodyKind === 'json' ? { json: request.body } : {}),
      ...(options.idempotencyKey === undefined ? {} : { idempotencyKey: options.idempotencyKey }),
    });
    if (answer.status >= 400) throw new ProblemAnswer(answer.body as Problem);
    return answer.body;
  }

  private keepCookie(response: Response): void {
    const set = response.headers.getSetCookie().find((cookie) => cookie.startsWith('ow_session='));
    if (set) this.cookie = set.startsWith('ow_session=;') ? null : (set.split(';')[0] ?? null);
  }
}
