import {
  endpoints,
  type Endpoint,
  type EndpointName,
  type Endpoints,
  pathOf,
  type Problem,
  type RequestOf,
  type ResponseOf,
} from '@onewindow/contracts';
import { networkProblem, ProblemError, strangeAnswer } from './problem-error.js';

export interface CallOptions {
  /** Keep the same key over retries of one intention; a new one is made when absent. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** The one file of an endpoint whose body is a file. */
  file?: Blob;
  fileName?: string;
}

type CallArguments<E extends Endpoint> =
  Record<string, never> extends RequestOf<E>
    ? [request?: RequestOf<E>, options?: CallOptions]
    : [request: RequestOf<E>, options?: CallOptions];
/** One typed function for each endpoint of the table. */
export type ApiClient = { [N in EndpointName]: (...args: CallArguments<Endpoints[N]>) => Promise<ResponseOf<Endpoints[N]>> };

export interface ClientSettings {
  /** Prefix before `/api`; empty in the browser. */
  baseUrl?: string;
  /** The CSRF token of the session, read at every call. */
  csrfToken: () => string | null;
  /** Called once for every 401 of a signed-in endpoint. */
  onSignedOut?: () => void;
  fetch?: typeof fetch;
}

interface AnyRequest {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

function bodyOf(e: Endpoint, request: AnyRequest, options: CallOptions, headers: Headers): BodyInit | undefined {
  if (e.bodyKind === 'file') {
    const form = new FormData();
    if (options.file) form.set('file', options.file, options.fileName);
    return form;
  }
  if (e.bodyKind === 'none' || request.body === undefined) return undefined;
  headers.set('content-type', 'application/json');
  return JSON.stringify(request.body);
}

async function answerOf(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (response.ok && type.includes('json')) return response.json();
  if (type.includes('problem+json')) throw new ProblemError((await response.json()) as Problem);
  throw new ProblemError(strangeAnswer(response.status));
}

/**
 * A client over the endpoint table.
 * @param settings where the API is and how to get the CSRF token
 * @returns `client.acceptCase({ params, body }, { idempotencyKey })` and so on; rejects with ProblemError.
 */
export function createApiClient(settings: ClientSettings): ApiClient {
  const send = settings.fetch ?? fetch;
  const call = async (e: Endpoint, request: AnyRequest = {}, options: CallOptions = {}): Promise<unknown> => {
    const headers = new Headers({ accept: 'application/json' });
    const csrf = settings.csrfToken();
    if (e.method !== 'GET' && csrf) headers.set('x-csrf-token', csrf);
    if (e.idempotent) headers.set('idempotency-key', options.idempotencyKey ?? crypto.randomUUID());
    const body = bodyOf(e, request, options, headers);
    let response: Response;
    try {
      response = await send((settings.baseUrl ?? '') + pathOf(e, request), {
        method: e.method,
        headers,
        ...(body === undefined ? {} : { body }),
        credentials: 'same-origin',
        ...(options.signal ? { signal: options.signal } : {}),
      });
    } catch (error) {
      if (options.signal?.aborted) throw error;
      throw new ProblemError(networkProblem());
    }
    if (response.status === 401 && e.access !== 'public') settings.onSignedOut?.();
    return answerOf(response);
  };
  const entries = Object.entries(endpoints).map(([name, e]) => [
    name,
    (request?: AnyRequest, options?: CallOptions) => call(e as unknown as Endpoint, request, options),
  ]);
  return Object.fromEntries(entries) as ApiClient;
}
