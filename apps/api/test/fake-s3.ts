import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';

/** As much of an S3-compatible store as the product speaks, in memory. */
export interface FakeS3 {
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
  /** Uploads in parts that were neither finished nor given up. */
  readonly openUploads: Map<string, Map<number, Buffer>>;
  stop(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export async function startFakeS3(): Promise<FakeS3> {
  const objects = new Map<string, Buffer>();
  const openUploads = new Map<string, Map<number, Buffer>>();

  const put = async (key: string, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts = openUploads.get(url.searchParams.get('uploadId') ?? '');
    const source = request.headers['x-amz-copy-source'];
    const bytes = typeof source === 'string' ? objects.get(`/${decodeURIComponent(source).replace(/^\//, '')}`) : await bodyOf(request);
    if (bytes && parts) parts.set(Number(url.searchParams.get('partNumber')), bytes);
    else if (bytes) objects.set(key, bytes);
    response.setHeader('etag', '"x"').end(source ? '<CopyObjectResult><ETag>"x"</ETag></CopyObjectResult>' : '');
  };
  const post = async (key: string, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    await bodyOf(request);
    response.setHeader('content-type', 'application/xml');
    if (url.searchParams.has('uploads')) {
      const id = randomUUID();
      openUploads.set(id, new Map());
      response.end(`<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
      return;
    }
    const id = url.searchParams.get('uploadId') ?? '';
    const parts = [...(openUploads.get(id) ?? new Map<number, Buffer>())].toSorted(([a], [b]) => a - b);
    objects.set(key, Buffer.concat(parts.map(([, bytes]) => bytes)));
    openUploads.delete(id);
    response.end('<CompleteMultipartUploadResult><ETag>"x"</ETag></CompleteMultipartUploadResult>');
  };
  const get = (key: string, request: IncomingMessage, response: ServerResponse): void => {
    const bytes = objects.get(key);
    if (!bytes) {
      response
        .writeHead(404, { 'content-type': 'application/xml' })
        .end(request.method === 'HEAD' ? '' : '<Error><Code>NoSuchKey</Code></Error>');
      return;
    }
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
    const part = range ? bytes.subarray(Number(range[1]), Number(range[2]) + 1) : bytes;
    response.writeHead(range ? 206 : 200, { 'content-length': part.length }).end(request.method === 'HEAD' ? '' : part);
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://s3');
    const key = decodeURIComponent(url.pathname);
    if (request.method === 'PUT') void put(key, url, request, response);
    else if (request.method === 'POST') void post(key, url, request, response);
    else if (request.method === 'DELETE') {
      openUploads.delete(url.searchParams.get('uploadId') ?? '');
      objects.delete(key);
      response.writeHead(204).end();
    } else get(key, request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The store listens nowhere');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    objects,
    openUploads,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
