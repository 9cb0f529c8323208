import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptedShopCase, type HallAtWork, handIn, openHall, openShopDraft, pngFile } from '../../test/hall-factory.js';
import { createHall } from '../../test/people-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import type { TestClient } from '../../test/test-client.js';

let app: TestApp;
let hall: HallAtWork;
beforeAll(async () => {
  app = await startApp({ uploadLimitBytes: 200_000 });
  hall = await openHall(app);
});
afterAll(async () => {
  await app.close();
});

const add = (client: TestClient, id: string, code: string, file: Blob, fileName = 'scan.png') =>
  client.api.addMaterialFile({ params: { id, code } }, { file, fileName });
const filesOf = async (id: string) => await app.database.query('SELECT id FROM case_file WHERE case_id = $1', [id]);

describe('a file for a material', () => {
  it('makes a missing material unchecked, or qualified when the clerk says so, and can be seen', async () => {
    const draft = await openShopDraft(hall);
    const file = pngFile(20_000);
    const first = await add(hall.clerk, draft.id, 'application', file, '申请表 第一页.png');
    expect(first).toMatchObject({
      version: 2,
      file: { name: '申请表 第一页.png', mediaType: 'image/png', size: 20_000 },
      material: { code: 'application', verdict: 'unchecked', trustLevel: 'C', defect: null },
    });
    const second = await handIn(hall.clerk, draft.id, 'application');
    expect(second.material).toMatchObject({ verdict: 'qualified' });
    expect(second.material.files).toHaveLength(2);
    const answer = await hall.clerk.raw('GET', `/api/cases/${draft.id}/files/${first.file.id}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('content-length')).toBe('20000');
    const part = await hall.clerk.raw('GET', `/api/cases/${draft.id}/files/${first.file.id}`, { headers: { range: 'bytes=0-99' } });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 0-99/20000']);
    expect(await hall.clerk.raw('GET', `/api/cases/${draft.id}/files/${randomUUID()}`)).toMatchObject({
      status: 404,
      body: { code: 'case.file-not-found' },
    });
    const other = await openShopDraft(hall, 22);
    expect(await hall.clerk.raw('GET', `/api/cases/${other.id}/files/${first.file.id}`)).toMatchObject({ status: 404 });
    const elsewhere = await hall.staff(['clerk'], { hallId: (await createHall(app.database)).hallId });
    expect(await elsewhere.raw('GET', `/api/cases/${draft.id}/files/${first.file.id}`)).toMatchObject({
      status: 404,
      body: { code: 'case.not-found' },
    });
  });

  it('keeps a name with a number of a person out of the story', async () => {
    const draft = await openShopDraft(hall, 23);
    await add(hall.clerk, draft.id, 'identity', pngFile(), '440106198503120218 王小明 13800138021.png');
    const { items } = await hall.clerk.api.getCaseEvents({ params: { id: draft.id } });
    expect(items.at(-1)?.words).toBe('身份证明收进一个文件');
    expect(JSON.stringify(items)).not.toMatch(/440106198503120218|13800138021/);
  });

  it('is the same file to the same key, and another one is refused under it', async () => {
    const draft = await openShopDraft(hall, 24);
    const file = pngFile();
    const idempotencyKey = randomUUID();
    const params = { id: draft.id, code: 'application' };
    const one = await hall.clerk.api.addMaterialFile({ params }, { file, idempotencyKey });
    const two = await hall.clerk.api.addMaterialFile({ params }, { file, idempotencyKey });
    expect(two).toEqual(one);
    expect(await filesOf(draft.id)).toHaveLength(1);
    await handIn(hall.clerk, draft.id, 'identity');
    const { version } = await handIn(hall.clerk, draft.id, 'application');
    await hall.clerk.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: version } });
    expect(await hall.clerk.api.addMaterialFile({ params }, { file, idempotencyKey })).toEqual(one);
    await expect(hall.clerk.api.addMaterialFile({ params }, { file: pngFile(), idempotencyKey })).rejects.toMatchObject({
      problem: { status: 422, code: 'idempotency.key-reused' },
    });
  });

  it('is refused when it is empty, too large, of another kind, or lies about its kind; nothing is kept', async () => {
    const draft = await openShopDraft(hall, 25);
    const refused = async (file: Blob, name: string) => {
      const error: unknown = await add(hall.clerk, draft.id, 'application', file, name).catch((reason: unknown) => reason);
      return (error as { problem: { status: number; code: string } }).problem;
    };
    expect(await refused(new Blob([]), 'empty.png')).toMatchObject({ status: 422, code: 'upload.file-empty' });
    expect(await refused(pngFile(200_001), 'large.png')).toMatchObject({ status: 413, code: 'upload.too-large' });
    expect(await refused(new Blob(['MZ\u0090\u0000 not a picture'], { type: 'image/png' }), 'virus.png')).toMatchObject({ status: 415 });
    expect(await refused(new Blob([await pngFile().arrayBuffer()], { type: 'application/pdf' }), 'paper.pdf')).toMatchObject({
      code: 'upload.type-mismatch',
    });
    const notMultipart = await hall.clerk.raw('POST', `/api/cases/${draft.id}/materials/application/files`, { json: {} });
    expect(notMultipart).toMatchObject({ status: 415, body: { code: 'request.media-type-unsupported' } });
    const noFile = new FormData();
    noFile.set('other', 'x');
    expect(await hall.clerk.raw('POST', `/api/cases/${draft.id}/materials/application/files`, { body: noFile })).toMatchObject({
      status: 400,
    });
    expect(await filesOf(draft.id)).toEqual([]);
    expect((await hall.clerk.api.getCase({ params: { id: draft.id } })).version).toBe(1);
  });

  it('leaves nothing when the line breaks in the middle', async () => {
    const draft = await openShopDraft(hall, 26);
    const address = new URL(app.baseUrl);
    const head = [
      `POST /api/cases/${draft.id}/materials/application/files HTTP/1.1`,
      `Host: ${address.host}`,
      'Content-Type: multipart/form-data; boundary=b',
      'Content-Length: 150000',
      `Cookie: ${hall.clerk.cookieHeader}`,
      `X-CSRF-Token: ${hall.clerk.session?.csrfToken ?? ''}`,
      `Idempotency-Key: ${randomUUID()}`,
      '',
      '--b',
      'Content-Disposition: form-data; name="file"; filename="a.png"',
      'Content-Type: image/png',
      '',
      '',
    ].join('\r\n');
    const bytes = Buffer.from(await pngFile(60_000).arrayBuffer());
    const socket = connect(Number(address.port), '127.0.0.1');
    await new Promise<void>((done) => socket.write(Buffer.concat([Buffer.from(head), bytes]), () => done()));
    const closed = new Promise((done) => socket.once('close', done));
    socket.destroy();
    await closed;
    // The next complete upload comes after the broken one is over.
    await handIn(hall.clerk, draft.id, 'application');
    expect(await filesOf(draft.id)).toHaveLength(1);
    const kept = await app.database.query<{ sha256: string }>('SELECT DISTINCT sha256 FROM case_file');
    const folder = join(app.config.dataDir, 'files');
    const onDisk = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name),
    );
    expect(onDisk.map(({ name }) => name).sort()).toEqual(kept.map(({ sha256 }) => sha256).sort());
  });

  it('is refused for a material that is not asked, and for a case that is not open to it', async () => {
    const draft = await openShopDraft(hall, 27);
    await expect(add(hall.clerk, draft.id, 'airReport', pngFile())).rejects.toMatchObject({
      problem: { status: 404, code: 'material.not-asked' },
    });
    await expect(add(hall.clerk, draft.id, 'nothing', pngFile())).rejects.toMatchObject({
      problem: { status: 404, code: 'material.not-asked' },
    });
    await expect(add(hall.clerk, randomUUID(), 'identity', pngFile())).rejects.toMatchObject({
      problem: { status: 404, code: 'case.not-found' },
    });
    const accepted = await acceptedShopCase(hall, 28);
    await expect(add(hall.clerk, accepted.id, 'identity', pngFile())).rejects.toMatchObject({
      problem: { status: 409, code: 'case.materials-closed' },
    });
    const approver = await hall.staff(['approver']);
    await expect(add(approver, accepted.id, 'identity', pngFile())).rejects.toMatchObject({ problem: { status: 403 } });
  });
});

describe('the word on a material', () => {
  const judge = (id: string, code: string, body: Parameters<TestClient['api']['judgeMaterial']>[0]['body']) =>
    hall.clerk.api.judgeMaterial({ params: { id, code }, body });

  it('is qualified, faulty with its reason, or missing again', async () => {
    const draft = await openShopDraft(hall, 29);
    const paper = await judge(draft.id, 'identity', { verdict: 'qualified', trustLevel: 'B' });
    expect(paper.material).toMatchObject({ verdict: 'qualified', trustLevel: 'B', receivedAt: '2026-03-02T01:00:00.000Z' });
    const faulty = await judge(draft.id, 'identity', { verdict: 'faulty', defect: '复印件不清' });
    expect(faulty.material).toMatchObject({ verdict: 'faulty', defect: '复印件不清' });
    const missing = await judge(draft.id, 'identity', { verdict: 'missing' });
    expect(missing.material).toMatchObject({ verdict: 'missing', defect: null, receivedAt: null });
    expect(missing.version).toBe(4);
    const { items } = await hall.clerk.api.getCaseEvents({ params: { id: draft.id } });
    expect(items.map(({ words }) => words).slice(1)).toEqual(['身份证明：合格', '身份证明：有误：复印件不清', '身份证明：未交']);
  });

  it('follows the files: none for an electronic one, none left for a missing one', async () => {
    const draft = await openShopDraft(hall, 30);
    await expect(judge(draft.id, 'plan', { verdict: 'qualified' })).rejects.toMatchObject({
      problem: { status: 422, code: 'material.needs-file' },
    });
    const { file } = await handIn(hall.clerk, draft.id, 'plan');
    await expect(judge(draft.id, 'plan', { verdict: 'missing' })).rejects.toMatchObject({
      problem: { status: 422, code: 'material.has-files' },
    });
    const removed = await hall.clerk.api.removeMaterialFile({ params: { id: draft.id, code: 'plan', fileId: file.id } });
    expect(removed.material).toMatchObject({ verdict: 'missing', files: [], receivedAt: null });
    await expect(hall.clerk.api.removeMaterialFile({ params: { id: draft.id, code: 'plan', fileId: file.id } })).rejects.toMatchObject({
      problem: { status: 404, code: 'material.file-not-found' },
    });
  });

  it('needs a reason when faulty, and no number of a person in it', async () => {
    const draft = await openShopDraft(hall, 31);
    await expect(judge(draft.id, 'identity', { verdict: 'faulty', points: ['别的版本的要点'] })).rejects.toMatchObject({
      problem: {
        status: 422,
        code: 'material.point-unknown',
        title: expect.stringContaining('没有“别的版本的要点”这条审查要点。刷新后从列出的要点里选'),
      },
    });
    const path = `/api/cases/${draft.id}/materials/identity`;
    expect(await hall.clerk.raw('PUT', path, { json: { verdict: 'faulty' } })).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
    expect(await hall.clerk.raw('PUT', path, { json: { verdict: 'perfect' } })).toMatchObject({ status: 400 });
    await expect(judge(draft.id, 'identity', { verdict: 'faulty', defect: '号码应为 440106198503120218' })).rejects.toMatchObject({
      problem: { status: 422, code: 'event.personal-data' },
    });
    expect((await hall.clerk.api.getCase({ params: { id: draft.id } })).version).toBe(1);
  });
});
