import type { TestClient } from './test-client.js';

export interface PdfAnswer {
  readonly status: number;
  readonly type: string;
  readonly bytes: Buffer;
}

/** Asks for a PDF as a browser does: its bytes as they came. With a body it is a question by POST, which needs no key. */
export async function pdfOf(client: TestClient, path: string, json?: unknown): Promise<PdfAnswer> {
  const headers = new Headers({ cookie: client.cookieHeader });
  if (client.session) headers.set('x-csrf-token', client.session.csrfToken);
  if (json !== undefined) headers.set('content-type', 'application/json');
  const request = json === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(json) };
  const response = await fetch(client.baseUrl + path, request);
  return { status: response.status, type: response.headers.get('content-type') ?? '', bytes: Buffer.from(await response.arrayBuffer()) };
}
