import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { samplePdf } from '@onewindow/contracts';
import { type HallAtWork, openHall, openShopDraft, pngFile } from '../../test/hall-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import { refusal } from '../../test/test-client.js';

const PART = 1024 * 1024;
let app: TestApp;
let hall: HallAtWork;
beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
});
afterAll(async () => {
  await app.close();
});

const begin = (size: number, name = '扫描件.png', mediaType = 'image/png', client = hall.clerk) =>
  client.api.beginUpload({ body: { name, mediaType, size } });
const part = (id: string, start: number, file: Blob, client = hall.clerk) =>
  client.api.sendUploadPart({ params: { id, start } }, { file: file.slice(start, start + PART), fileName: 'part' });
const finish = (caseId: string, uploadId: string, idempotencyKey = randomUUID(), client = hall.clerk) =>
  client.api.finishUpload({ params: { id: caseId, code: 'application', uploadId }, query: { verdict: 'qualified' } }, { idempotencyKey });
const filesOf = async (id: string) => await app.database.query<{ size: number }>('SELECT size FROM case_file WHERE case_id = $1', [id]);
const incoming = () => readdirSync(join(app.config.dataDir, 'files', 'incoming'));

describe('a large file in parts', () => {
  it('goes on where a broken line stopped, and is the same file in the end', async () => {
    const draft = await openShopDraft(hall, 401);
    const file = pngFile(2 * PART + 300_000);
    const { id } = await begin(file.size);
    await part(id, 0, file);
    // The answer of the second part is lost with the line; the client asks where to go on.
    await part(id, PART, file);
    expect(await hall.clerk.api.getUpload({ params: { id } })).toEqual({ id, size: file.size, received: 2 * PART });
    expect(await part(id, PART, file)).toMatchObject({ received: 2 * PART });
    expect(await refusal(finish(draft.id, id))).toMatchObject({ status: 409, code: 'upload.incomplete' });
    await part(id, 2 * PART, file);
    const key = randomUUID();
    const one = await finish(draft.id, id, key);
    expect(one).toMatchObject({ file: { name: '扫描件.png', size: file.size }, material: { verdict: 'qualified' } });
    expect(await finish(draft.id, id, key)).toEqual(one);
    expect(await filesOf(draft.id)).toEqual([{ size: file.size }]);
    const answer = await hall.clerk.raw('GET', `/api/cases/${draft.id}/files/${one.file.id}`);
    expect(answer.headers.get('content-length')).toBe(String(file.size));
  });

  it('belongs to who began it, keeps its order and its size', async () => {
    const file = pngFile(PART + 10);
    const { id } = await begin(file.size);
    const other = await hall.staff(['clerk'], {});
    expect(await refusal(part(id, 0, file, other))).toMatchObject({ status: 404 });
    expect(await refusal(other.api.getUpload({ params: { id } }))).toMatchObject({ status: 404 });
    expect(await refusal(part(id, PART, file))).toMatchObject({ status: 409, code: 'upload.part-misplaced' });
    const tooMuch = hall.clerk.api.sendUploadPart({ params: { id, start: 0 } }, { file: pngFile(PART + 1), fileName: 'part' });
    expect(await refusal(tooMuch)).toMatchObject({ status: 413, code: 'upload.part-too-large' });
    const small = await begin(100);
    expect(await refusal(part(small.id, 0, pngFile(200)))).toMatchObject({ status: 422, code: 'upload.size-mismatch' });
    expect(await refusal(begin(200 * PART))).toMatchObject({ status: 413, code: 'upload.too-large' });
  });

  it('is refused when a part of it is no longer there', async () => {
    const draft = await openShopDraft(hall, 406);
    const file = pngFile(2 * PART);
    const { id } = await begin(file.size);
    for (const at of [0, PART]) await part(id, at, file);
    await app.database.query('DELETE FROM upload_part WHERE upload_id = $1 AND start = $2', [id, PART]);
    expect(await refusal(finish(draft.id, id))).toMatchObject({ status: 404, code: 'upload.not-found' });
    expect(await filesOf(draft.id)).toEqual([]);
    expect(incoming()).toEqual([]);
  });

  it('is looked at like any other when it is whole', async () => {
    const draft = await openShopDraft(hall, 402);
    const send = async (bytes: Buffer, name: string, mediaType: string) => {
      const file = new Blob([new Uint8Array(bytes)]);
      const { id } = await begin(file.size, name, mediaType);
      for (let at = 0; at < file.size; at += PART) await part(id, at, file);
      return await refusal(finish(draft.id, id));
    };
    const script = Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj\n<</S/JavaScript/JS(x)>>\nendobj\n'), Buffer.alloc(PART, ' ')]);
    expect(await send(script, 'a.pdf', 'application/pdf')).toMatchObject({ status: 422, code: 'upload.pdf-script' });
    expect(await send(randomBytes(PART + 1), 'a.png', 'image/png')).toMatchObject({ status: 415, code: 'upload.type-not-allowed' });
    expect(await send(script, 'a.png', 'image/png')).toMatchObject({ status: 422, code: 'upload.type-mismatch' });
    expect(await filesOf(draft.id)).toEqual([]);
    expect(incoming()).toEqual([]);
  });
});

describe('content that is refused', () => {
  it.each([
    ['a PDF with a script', '<</S/JavaScript/JS(app.alert(1))>>', 'upload.pdf-script'],
    ['a PDF that starts a program', '<</S/Launch/F(cmd.exe)>>', 'upload.pdf-launch'],
    ['a PDF with a file inside', '<</Names<</EmbeddedFiles 3 0 R>>>>', 'upload.pdf-attachment'],
    ['a PDF with a password', '<<>>\nendobj\ntrailer<</Encrypt 4 0 R>>', 'upload.pdf-encrypted'],
  ])('is %s, in words, and nothing is kept', async (_, object, code) => {
    const draft = await openShopDraft(hall, 403);
    const file = new Blob([`%PDF-1.7\n1 0 obj\n${object}\nendobj\n%%EOF`], { type: 'application/pdf' });
    const answer = await refusal(
      hall.clerk.api.addMaterialFile({ params: { id: draft.id, code: 'application' } }, { file, fileName: 'a.pdf' }),
    );
    expect(answer).toMatchObject({ status: 422, code });
    expect(answer.title).toMatch(/^PDF .*。$/);
    expect(await filesOf(draft.id)).toEqual([]);
    expect(incoming()).toEqual([]);
  });

  it('is a file of which the end is missing', async () => {
    const draft = await openShopDraft(hall, 407);
    const send = (file: Blob, fileName: string) =>
      refusal(hall.clerk.api.addMaterialFile({ params: { id: draft.id, code: 'application' } }, { file, fileName }));
    const half = new Blob([samplePdf(40_000).subarray(0, 30_000)], { type: 'application/pdf' });
    expect(await send(half, '扫描件.pdf')).toMatchObject({ status: 422, code: 'upload.file-cut-off' });
    expect(await send(pngFile().slice(0, 60, 'image/png'), '照片.png')).toMatchObject({ status: 422, code: 'upload.file-cut-off' });
    expect(await filesOf(draft.id)).toEqual([]);
    expect(incoming()).toEqual([]);
  });

  it('is a picture that declares more pixels than anybody can look at', async () => {
    const draft = await openShopDraft(hall, 404);
    const bytes = Buffer.from(await pngFile(300).arrayBuffer());
    bytes.writeUInt32BE(60_000, 16);
    bytes.writeUInt32BE(60_000, 20);
    const file = new Blob([bytes], { type: 'image/png' });
    const answer = refusal(hall.clerk.api.addMaterialFile({ params: { id: draft.id, code: 'application' } }, { file, fileName: 'a.png' }));
    expect(await answer).toMatchObject({ status: 422, code: 'upload.image-too-large' });
    expect(await filesOf(draft.id)).toEqual([]);
  });

  it('is a file of 200 MB, told before it has come, with nothing left', async () => {
    const draft = await openShopDraft(hall, 405);
    const answer = await announce(draft.id, 200 * 1024 * 1024);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('upload.too-large');
    expect(await filesOf(draft.id)).toEqual([]);
    expect(incoming()).toEqual([]);
  });
});

describe('what was never finished', () => {
  it('is forgotten with its parts', async () => {
    const { id } = await begin(PART);
    await part(id, 0, pngFile(500));
    app.clock.advance({ hours: 4 });
    await app.sweep();
    expect(await app.database.query('SELECT 1 FROM upload_session UNION ALL SELECT 1 FROM upload_part')).toEqual([]);
  });
});

/** Announces a body of this length, sends its first bytes only, and returns what comes back meanwhile. */
function announce(caseId: string, length: number): Promise<string> {
  const { hostname, port } = new URL(app.baseUrl);
  const headers = {
    cookie: hall.clerk.cookieHeader,
    'x-csrf-token': hall.clerk.session?.csrfToken ?? '',
    host: `${hostname}:${port}`,
    'content-type': 'multipart/form-data; boundary=b',
    'content-length': String(length),
    'idempotency-key': randomUUID(),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    socket.on('error', reject);
    let answer = '';
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('utf8');
      if (answer.includes('}')) {
        socket.destroy();
        resolve(answer);
      }
    });
    socket.write(`POST /api/cases/${caseId}/materials/application/files HTTP/1.1\r\n${lines.join('')}\r\n`);
    socket.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n\u0089PNG');
  });
}
