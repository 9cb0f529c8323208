import { randomUUID } from 'node:crypto';
import { type Endpoint, endpoints, type EndpointName, type Endpoints, pathOf, type RequestOf, type ResponseOf } from '@onewindow/contracts';
import { type Dispatcher, Pool } from 'undici';

interface Answer {
  status: number;
  body: Buffer;
  cookie: string | undefined;
}

interface AnyRequest {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** An answer other than a success: the bench stops, because a figure over failures means nothing. */
export class UnexpectedAnswer extends Error {
  constructor(name: string, status: number, body: string) {
    super(`${name} answered ${status}: ${body.slice(0, 500)}`);
  }
}

/** To one server a browser opens no more. */
const CONNECTIONS = 6;

/** One signed-in person with kept-alive connections. As thin as can be: its processor time is taken from the server's. */
export class HttpSession {
  private cookie = '';
  private csrf = '';
  private readonly line: Pool;

  constructor(private readonly origin: URL) {
    this.line = new Pool(origin, { connections: CONNECTIONS });
  }

  async signIn(staffNo: string, password: string, counterId?: string): Promise<ResponseOf<Endpoints['signIn']>> {
    const session = await this.call('signIn', { body: { name: staffNo, password, ...(counterId ? { counterId } : {}) } });
    this.csrf = session.csrfToken;
    return session;
  }

  /** Calls an endpoint of the table and gives its typed answer. @throws UnexpectedAnswer */
  async call<N extends EndpointName>(name: N, input: RequestOf<Endpoints[N]>): Promise<ResponseOf<Endpoints[N]>> {
    return this.read<N>(await this.ask(name, input as AnyRequest));
  }

  /** The bytes of an answer, unread: of a file, or where a desk's own machine would read them and not this one. @throws UnexpectedAnswer */
  async bytesOf<N extends EndpointName>(name: N, input: RequestOf<Endpoints[N]>): Promise<Buffer> {
    return (await this.ask(name, input as AnyRequest)).body;
  }

  /** Uploads one file. */
  async upload<N extends EndpointName>(
    name: N,
    params: Record<string, string>,
    query: Record<string, string>,
    file: Buffer,
    fileName: string,
  ): Promise<ResponseOf<Endpoints[N]>> {
    const definition = endpoints[name] as unknown as Endpoint;
    const boundary = `----onewindow${randomUUID()}`;
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/pdf\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const path = pathOf(definition, { params, query });
    return this.read<N>(await this.send(name, definition, path, body, `multipart/form-data; boundary=${boundary}`));
  }

  close(): void {
    void this.line.close();
  }

  private async ask(name: EndpointName, { params, query, body }: AnyRequest): Promise<Answer> {
    const definition = endpoints[name] as unknown as Endpoint;
    const json = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    return await this.send(name, definition, pathOf(definition, { params, query }), json, 'application/json');
  }

  private read<N extends EndpointName>(answer: Answer): ResponseOf<Endpoints[N]> {
    if (answer.cookie) this.cookie = answer.cookie;
    return JSON.parse(answer.body.toString('utf8')) as ResponseOf<Endpoints[N]>;
  }

  private async send(
    name: EndpointName,
    definition: Endpoint,
    path: string,
    body: Buffer | undefined,
    contentType: string,
  ): Promise<Answer> {
    const headers: Record<string, string> = { accept: 'application/json', origin: this.origin.origin };
    if (this.cookie) headers.cookie = this.cookie;
    if (definition.method !== 'GET' && this.csrf) headers['x-csrf-token'] = this.csrf;
    if (definition.idempotent) headers['idempotency-key'] = randomUUID();
    if (body) Object.assign(headers, { 'content-type': contentType, 'content-length': String(body.length) });
    const answer = await new Promise<Answer>((resolve, reject) => {
      this.line.dispatch({ method: definition.method, path, headers, body }, answerTo(resolve, reject));
    });
    if (answer.status !== definition.status) throw new UnexpectedAnswer(name, answer.status, answer.body.toString('utf8'));
    return answer;
  }
}

/** Gathers an answer without a stream around it: a stream costs the clients as much again as the request. */
function answerTo(resolve: (answer: Answer) => void, reject: (error: Error) => void): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = [];
  let status = 0;
  let cookie: string | undefined;
  return {
    onRequestStart: () => undefined,
    onResponseStart: (_controller, statusCode, headers) => {
      status = statusCode;
      const told = headers['set-cookie'];
      cookie = (Array.isArray(told) ? told[0] : told)?.split(';')[0];
    },
    onResponseData: (_controller, chunk) => {
      chunks.push(chunk);
    },
    onResponseEnd: () => resolve({ status, body: Buffer.concat(chunks), cookie }),
    onResponseError: (_controller, error) => reject(error),
  };
}
