import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ProbeApp, startProbeApp } from '../../../test/probe-app.js';
import type { RawAnswer, TestClient } from '../../../test/test-client.js';

const LIMIT = 1024 * 1024;
const PDF = Buffer.concat([Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n'), Buffer.alloc(20_000, 'x'), Buffer.from('\n%%EOF\n')]);
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

let app: ProbeApp;
let person: TestClient;
beforeAll(async () => {
  app = await startProbeApp({ uploadLimitBytes: LIMIT });
  person = await app.signedIn();
});
afterAll(() => app.close());

function upload(bytes: Buffer, name: string, type: string, idempotencyKey: string = randomUUID()): Promise<RawAnswer> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)], { type }), name);
  return person.raw('POST', '/api/probe/files', { body: form, idempotencyKey });
}

/** Names of everything kept, and of everything half-kept. */
function stored(): { kept: string[]; incoming: string[] } {
  const root = join(app.config.dataDir, 'files');
  const folders = readdirSync(root).filter((name) => name !== 'incoming');
  return { kept: folders.flatMap((folder) => readdirSync(join(root, folder))), incoming: readdirSync(join(root, 'incoming')) };
}

describe('uploads', () => {
  it('are kept once under their hash, by content and not by name', async () => {
    const answer = await upload(PDF, '身份证 正反面.pdf', 'application/pdf');
    expect(answer).toMatchObject({
      status: 200,
      body: { name: '身份证 正反面.pdf', mediaType: 'application/pdf', size: PDF.length, sha256: sha256(PDF) },
    });
    await upload(PDF, 'other.PDF', 'application/octet-stream');
    expect(stored()).toEqual({ kept: [sha256(PDF)], incoming: [] });
    expect(statSync(join(app.config.dataDir, 'files', sha256(PDF).slice(0, 2), sha256(PDF))).mode & 0o077).toBe(0);
  });

  it.each([
    ['a program called PDF', Buffer.from('MZ\x90\0 this is a program'), 'form.pdf', 'application/pdf', 415, 'upload.type-not-allowed'],
    ['a page called picture', Buffer.from('<html><script>alert(1)</script>'), 'a.png', 'image/png', 415, 'upload.type-not-allowed'],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.svg', 'image/svg+xml', 415, 'upload.type-not-allowed'],
    ['an archive', Buffer.from('PK\x03\x04 and more of it'), 'a.zip', 'application/zip', 415, 'upload.type-not-allowed'],
    ['text', Buffer.from('hello'), 'a.txt', 'text/plain', 415, 'upload.type-not-allowed'],
    ['a PDF called picture', PDF, 'a.jpg', 'image/jpeg', 422, 'upload.type-mismatch'],
    ['a picture declared as PDF', PNG, 'a.png', 'application/pdf', 422, 'upload.type-mismatch'],
    ['nothing', Buffer.alloc(0), 'a.pdf', 'application/pdf', 422, 'upload.file-empty'],
    ['too much', Buffer.concat([PDF, Buffer.alloc(LIMIT)]), 'a.pdf', 'application/pdf', 413, 'upload.too-large'],
  ])('refuse %s and keep nothing of it', async (_, bytes, name, type, status, code) => {
    const before = stored();
    expect(await upload(bytes, name, type)).toMatchObject({ status, body: { code } });
    expect(stored()).toEqual(before);
  });

  it('take a file of just the limit', async () => {
    const bytes = Buffer.concat([PDF, Buffer.alloc(LIMIT - PDF.length, 'y')]);
    expect(await upload(bytes, 'full.pdf', 'application/pdf')).toMatchObject({ status: 200, body: { size: LIMIT } });
  });

  it('forget folders in names', async () => {
    expect((await upload(PDF, '../../etc/passwd.pdf', 'application/pdf')).body).toMatchObject({ name: 'passwd.pdf' });
    expect((await upload(PDF, '11010519491231002X 委托书.pdf', 'application/pdf')).body).toMatchObject({
      name: '110***********002X 委托书.pdf',
    });
    expect((await upload(PDF, 'C:\\scan\\page.pdf', 'application/pdf')).body).toMatchObject({ name: 'page.pdf' });
  });

  it('refuse requests that are no upload', async () => {
    expect(await person.raw('POST', '/api/probe/files', { json: {} })).toMatchObject({ status: 415 });
    expect(await person.raw('POST', '/api/probe/files', { body: new FormData() })).toMatchObject({
      status: 400,
      body: { code: 'upload.file-missing' },
    });
    const headers = { 'content-type': 'multipart/form-data' };
    expect((await person.raw('POST', '/api/probe/files', { body: 'x', headers })).status).toBeLessThan(500);
    const broken = { 'content-type': 'multipart/form-data; boundary=b' };
    const answer = await person.raw('POST', '/api/probe/files', {
      body: '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7',
      headers: broken,
    });
    expect(answer).toMatchObject({ status: 400, body: { code: 'upload.interrupted' } });
  });

  it('answer the same file under the same key again, and refuse another', async () => {
    const key = randomUUID();
    const first = await upload(PDF, 'a.pdf', 'application/pdf', key);
    expect((await upload(PDF, 'a.pdf', 'application/pdf', key)).text).toBe(first.text);
    expect(await upload(PNG, 'a.png', 'image/png', key)).toMatchObject({ status: 422, body: { code: 'idempotency.key-reused' } });
  });

  it('leave nothing when the line breaks in the middle', async () => {
    const before = stored();
    const finished = once(app.app.getHttpServer(), 'probe-request-closed');
    app.app.getHttpServer().once('request', (_request: unknown, response: NodeJS.EventEmitter) => {
      response.once('close', () => app.app.getHttpServer().emit('probe-request-closed'));
    });
    const socket = connect(Number(new URL(app.baseUrl).port), '127.0.0.1');
    await once(socket, 'connect');
    const head = [
      'POST /api/probe/files HTTP/1.1',
      'host: 127.0.0.1',
      `cookie: ${person.cookieHeader}`,
      `x-csrf-token: ${person.session?.csrfToken ?? ''}`,
      `idempotency-key: ${randomUUID()}`,
      'content-type: multipart/form-data; boundary=b',
      'content-length: 900000',
    ];
    socket.write(
      `${head.join('\r\n')}\r\n\r\n--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n`,
    );
    socket.write(PDF, () => socket.destroy());
    await finished;
    // The next upload ends after the broken one was cleaned away.
    await upload(PNG, 'after.png', 'image/png');
    expect(stored().incoming).toEqual([]);
    expect(stored().kept.toSorted()).toEqual([...new Set([...before.kept, sha256(PNG)])].toSorted());
  });
});

describe('downloads', () => {
  const path = `/api/probe/files/${sha256(PDF)}`;
  const get = (range?: string): Promise<RawAnswer> => person.raw('GET', path, { headers: range ? { range } : {} });

  it('come inline and harmless', async () => {
    const { status, headers, text } = await get();
    expect([status, text.length, headers.get('content-length')]).toEqual([200, PDF.toString().length, String(PDF.length)]);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toBe(`inline; filename*=UTF-8''${encodeURIComponent('身份证 复印件.pdf')}`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/sandbox/);
    expect(headers.get('cache-control')).toBe('private, no-cache');
  });

  it('are asked for each time, and sent again only when the browser has other bytes', async () => {
    const etag = (await get()).headers.get('etag') ?? '';
    const ask = (who: TestClient, held: string, range?: string) =>
      who.raw('GET', path, { headers: { 'if-none-match': held, ...(range ? { range } : {}) } });
    for (const held of [etag, `"other", W/${etag}`]) {
      const answer = await ask(person, held);
      expect([answer.status, answer.text, answer.headers.get('etag')]).toEqual([304, '', etag]);
      expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    }
    expect((await ask(person, '"other"')).status).toBe(200);
    expect((await ask(person, '"other"', 'bytes=0-7')).text).toBe('%PDF-1.7');
    // After the sign-out the server's word is no.
    expect((await ask(app.client(), etag)).status).toBe(401);
  });

  it.each([
    ['bytes=0-7', 206, '%PDF-1.7', `bytes 0-7/${PDF.length}`],
    ['bytes=-6', 206, '%%EOF\n', `bytes ${PDF.length - 6}-${PDF.length - 1}/${PDF.length}`],
    [`bytes=${PDF.length - 6}-`, 206, '%%EOF\n', `bytes ${PDF.length - 6}-${PDF.length - 1}/${PDF.length}`],
    [`bytes=0-${PDF.length + 100}`, 206, undefined, `bytes 0-${PDF.length - 1}/${PDF.length}`],
    ['bytes=0-1,5-6', 200, undefined, null],
    ['lines=1-2', 200, undefined, null],
    ['bytes=999999-', 416, undefined, `bytes */${PDF.length}`],
    ['bytes=9-3', 416, undefined, `bytes */${PDF.length}`],
    ['bytes=-0', 416, undefined, `bytes */${PDF.length}`],
  ])('answer %s', async (range, status, text, contentRange) => {
    const answer = await get(range);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-range')).toBe(contentRange);
    if (text !== undefined) expect(answer.text).toBe(text);
  });

  it('say when bytes are missing', async () => {
    expect(await person.raw('GET', `/api/probe/files/${'0'.repeat(64)}`)).toMatchObject({ status: 404, body: { code: 'file.missing' } });
  });
});
