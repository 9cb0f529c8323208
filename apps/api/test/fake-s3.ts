import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';

/** As much of an S3-compatible store as the product speaks, in memory. */
export interface FakeS3 {
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
  /** When an object was last written; tests may make it older. */
  readonly writtenAt: Map<string, Date>;
  /** Uploads in parts that were neither finished nor given up. */
  readonly openUploads: Map<string, Map<number, Buffer>>;
  stop(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function refuse(response: ServerResponse, request: IncomingMessage): void {
  response
    .writeHead(404, { 'content-type': 'application/xml' })
    .end(request.method === 'HEAD' ? '' : '<Error><Code>NoSuchKey</Code></Error>');
}

export async function startFakeS3(): Promise<FakeS3> {
  const objects = new Map<string, Buffer>();
  const writtenAt = new Map<string, Date>();
  const store = (key: string, bytes: Buffer): void => {
    objects.set(key, bytes);
    writtenAt.set(key, new Date());
  };
  const openUploads = new Map<string, Map<number, Buffer>>();

  const put = async (key: string, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts = openUploads.get(url.searchParams.get('uploadId') ?? '');
    const source = request.headers['x-amz-copy-source'];
    const bytes = typeof source === 'string' ? objects.get(`/${decodeURIComponent(source).replace(/^\//, '')}`) : await bodyOf(request);
    if (bytes && parts) parts.set(Number(url.searchParams.get('partNumber')), bytes);
    else if (bytes) store(key, bytes);
    else {
      refuse(response, request);
      return;
    }
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
    store(key, Buffer.concat(parts.map(([, bytes]) => bytes)));
    openUploads.delete(id);
    response.end('<CompleteMultipartUploadResult><ETag>"x"</ETag></CompleteMultipartUploadResult>');
  };
  const list = (bucket: string, url: URL, response: ServerResponse): void => {
    const asked = (name: string): string => url.searchParams.get(name) ?? '';
    const keys = [...objects.keys()].filter((key) => key.startsWith(`${bucket}/`)).map((key) => key.slice(bucket.length + 1));
    const found = keys.filter((key) => key.startsWith(asked('prefix')) && key > asked('start-after')).sort();
    const page = found.slice(0, Number(asked('max-keys')));
    const contents = page.map((key) => {
      const at = writtenAt.get(`${bucket}/${key}`)?.toISOString();
      return `<Contents><Key>${key}</Key><LastModified>${at}</LastModified></Contents>`;
    });
    const truncated = `<IsTruncated>${found.length > page.length}</IsTruncated>`;
    response.setHeader('content-type', 'application/xml').end(`<ListBucketResult>${truncated}${contents.join('')}</ListBucketResult>`);
  };
  const get = (key: string, request: IncomingMessage, response: ServerResponse): void => {
    const bytes = objects.get(key);
    if (!bytes) {
      refuse(response, request);
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
    } else if (url.searchParams.has('list-type')) list(key.replace(/\/$/, ''), url, response);
    else get(key, request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The store listens nowhere');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    objects,
    writtenAt,
    openUploads,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
