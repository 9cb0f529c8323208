import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { personalDataPath } from '@onewindow/domain';
import {
  acceptedShopCase,
  completeShopDraft,
  type HallAtWork,
  handIn,
  openHall,
  openShopDraft,
  person,
  SHOP_FORM,
} from '../../test/hall-factory.js';
import { createDepartment, REGION_CODE } from '../../test/people-factory.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import { CaseStore } from '../cases/index.js';
import { ItemVersions } from '../catalogue/index.js';
import { CommandRunner, FileStore, JobRegistry } from '../platform/index.js';
import { DocumentRenderer, NoticeIssuer } from './index.js';
import { OFFICE } from './notice-office.js';

const LARGEST = 120_000;

let app: TestApp;
let hall: HallAtWork;

beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
});
afterAll(() => app.close());

async function bytesOf(sha256: string): Promise<Buffer> {
  const stream = await app.get(FileStore).open(sha256);
  const chunks: Buffer[] = [];
  for await (const chunk of stream ?? []) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** One delivery of a print job, up to the transaction that will attach its file. */
async function deliver(noticeId: string): Promise<() => Promise<void>> {
  const job = app.get(JobRegistry).find('render-notice');
  if (!job) throw new Error('nobody prints notices');
  const finish = await job({ noticeId });
  return () => app.get(CommandRunner).runSystem(finish);
}

async function noticeOf(caseId: string): Promise<string> {
  const [notice] = await app.database.query<{ id: string }>(`SELECT id FROM notice WHERE case_id = $1`, [caseId]);
  return notice?.id ?? '';
}

const lastOf = (number: string | undefined): number => Number(/〕(\d+) 号$/.exec(number ?? '')?.[1]);

describe('the number of a notice', () => {
  it('grows by one for each, with no gap and no twin, when many are accepted at once', async () => {
    const colleagues = await Promise.all([1, 2, 3, 4].map(() => hall.staff(['clerk'])));
    const drafts = [];
    for (let who = 0; who < 24; who += 1) drafts.push(await completeShopDraft(hall, 200 + who));
    const accepted = await Promise.all(
      drafts.map(({ id, version }, at) => {
        const clerk = colleagues[at % colleagues.length] ?? hall.clerk;
        return clerk.api.acceptCase({ params: { id }, body: { expectedVersion: version } });
      }),
    );
    const numbers = accepted.map((one) => one.notices.find(({ kind }) => kind === 'acceptance')?.number);
    for (const number of numbers) expect(number).toMatch(/^临卫许受〔2026〕\d+ 号$/);
    const serials = numbers.map(lastOf).sort((one, other) => one - other);
    expect(serials).toEqual(serials.map((_, index) => (serials[0] ?? 0) + index));
    expect(new Set(accepted.map((one) => one.caseNo)).size).toBe(24);
  });

  it('is given back when the command fails', async () => {
    const before = await acceptedShopCase(hall, 231);
    const store = app.get(CaseStore);
    const runner = app.get(CommandRunner);
    const failing = runner.runSystem(async (tx) => {
      const row = await store.lockForSystem(tx, before.id);
      const { definition } = await app.get(ItemVersions).get(row.itemVersionId, tx);
      await app
        .get(NoticeIssuer)
        .issue(tx, { kind: 'acceptance', row, definition, applicantKind: 'natural', issuedBy: null, materials: [] });
      throw new Error('the command fails after the notice');
    });
    await expect(failing).rejects.toThrow('after the notice');
    const after = await acceptedShopCase(hall, 232);
    const serial = (one: typeof before) => lastOf(one.notices.find(({ kind }) => kind === 'acceptance')?.number);
    expect(serial(after)).toBe(serial(before) + 1);
  });
});

describe('the printed notice', () => {
  it('is a small PDF with its typefaces inside, the same bytes for the same facts', async () => {
    const { id } = await acceptedShopCase(hall, 241);
    await app.drain();
    const { notices } = await hall.clerk.api.getCase({ params: { id } });
    const fileId = notices.find(({ kind }) => kind === 'acceptance')?.fileId;
    const [file] = await app.database.query<{ sha256: string; size: number; mediaType: string; name: string }>(
      `SELECT sha256, size, media_type AS "mediaType", name FROM case_file WHERE id = $1`,
      [fileId],
    );
    expect(file).toMatchObject({ mediaType: 'application/pdf', name: '行政许可申请受理通知书.pdf' });
    expect(file?.size).toBeLessThan(LARGEST);
    const bytes = await bytesOf(file?.sha256 ?? '');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.toString('latin1').match(/\/FontFile2/g)).toHaveLength(2);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file?.sha256);
    await app.database.query(`UPDATE notice SET file_id = NULL WHERE file_id = $1`, [fileId]);
    const noticeId = await noticeOf(id);
    await (
      await deliver(noticeId)
    )();
    const [again] = await app.database.query<{ sha256: string }>(
      `SELECT f.sha256 FROM notice n JOIN case_file f ON f.id = n.file_id WHERE n.id = $1`,
      [noticeId],
    );
    expect(again?.sha256).toBe(file?.sha256);
  });

  it('exists once however often and however crossed its job is delivered', async () => {
    const { id } = await acceptedShopCase(hall, 242);
    const noticeId = await noticeOf(id);
    // Four workers have all rendered before the first of them writes: as after a kill and a redelivery.
    const deliveries = await Promise.all([1, 2, 3, 4].map(() => deliver(noticeId)));
    await Promise.all(deliveries.map((attach) => attach()));
    await app.drain();
    const files = await app.database.query(`SELECT id FROM case_file WHERE case_id = $1 AND material_code IS NULL`, [id]);
    expect(files).toHaveLength(1);
  });

  it('is printed by the next thread when one dies in the middle', async () => {
    const renderer = app.get(DocumentRenderer);
    // Long enough that the thread is certainly at work on it when it is ended.
    const shapes = Array.from({ length: 100_000 }, () => ({ kind: 'rect' as const, at: [10, 10] as const, size: [20, 20] as const }));
    const sheet = { style: 'sheet' as const, title: '一页', number: '1', across: false, shapes, issuedAt: '2026-03-02T01:00:00.000Z' };
    const dying = expect(renderer.render(sheet)).rejects.toThrow('ended');
    await renderer.onApplicationShutdown();
    await dying;
    const { id } = await acceptedShopCase(hall, 243);
    await app.drain();
    expect(await app.database.query(`SELECT 1 FROM case_file WHERE case_id = $1 AND material_code IS NULL`, [id])).toHaveLength(1);
  });

  it('is refused, and says why, when a character has no glyph', async () => {
    const applicant = { ...person(244), name: '王𠮷\u{2B820}' };
    const draft = await hall.clerk.api.openDraft({
      body: { itemVersionId: hall.shop.versionId, applicant, answers: { place: 'bath', air: false }, form: SHOP_FORM },
    });
    await handIn(hall.clerk, draft.id, 'application');
    const { version } = await handIn(hall.clerk, draft.id, 'identity');
    const { id } = await hall.clerk.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: version } });
    await app.drain();
    const { notices } = await hall.clerk.api.getCase({ params: { id } });
    expect(notices[0]?.fileId).toBeNull();
    expect(notices[0]?.problem).toContain('“𠮷”（U+20BB7）');
    const waiting = await app.database.query(`SELECT 1 FROM outbox_message WHERE topic = 'render-notice' AND processed_at IS NULL`);
    expect(waiting).toHaveLength(1);
  });

  it('keeps no number of a person in its facts', async () => {
    await acceptedShopCase(hall, 245);
    const rows = await app.database.query<{ content: never }>('SELECT content FROM notice');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ content }) => personalDataPath(content)).filter((path) => path !== null)).toEqual([]);
  });
});

describe('the other notices of the counter', () => {
  it('are served: receipt, supplement, decline, withdrawal', async () => {
    const received = await openShopDraft(hall, 251);
    const receipt = await hall.clerk.api.receiveCase({ params: { id: received.id }, body: { expectedVersion: received.version } });
    expect(receipt.notices[0]).toMatchObject({ kind: 'receipt', title: '行政许可申请材料收件凭证' });
    const asked = await hall.clerk.api.supplementCase({ params: { id: received.id }, body: { expectedVersion: receipt.version } });
    expect(asked.notices.map(({ kind }) => kind)).toContain('supplement');
    const refused = await openShopDraft(hall, 252);
    const declined = await hall.clerk.api.declineCase({
      params: { id: refused.id },
      body: { expectedVersion: refused.version, reason: '不属于本机关职权' },
    });
    expect(declined.notices.find(({ kind }) => kind === 'decline')?.number).toMatch(/^临卫许不受〔2026〕\d+ 号$/);
    const accepted = await acceptedShopCase(hall, 253);
    const withdrawn = await hall.clerk.api.withdrawCase({
      params: { id: accepted.id },
      body: { expectedVersion: accepted.version, reason: '改日再办', writtenRequest: true },
    });
    expect(withdrawn.notices.map(({ kind }) => kind)).toContain('withdrawal');
    await app.drain();
    const unprinted = await app.database.query(`SELECT kind FROM notice WHERE file_id IS NULL AND problem IS NULL`);
    expect(unprinted).toEqual([]);
  });
});

describe('a department of a street', () => {
  it('is answered for by the government of the district: a street has none (R2.6)', async () => {
    const STREET = '440199771000';
    const departmentId = await createDepartment(app.database, '民政办公室');
    await app.database.query(
      `INSERT INTO region (code, name, level, parent_code, district_code) VALUES ($1, '望江街道', 'street', $2, $3)`,
      [STREET, REGION_CODE, REGION_CODE.slice(0, 6)],
    );
    await app.database.query(`UPDATE department SET region_code = $2 WHERE id = $1`, [departmentId, STREET]);
    const [district] = await app.database.query<{ name: string }>(`SELECT name FROM region WHERE code = $1`, [REGION_CODE]);
    const [office] = await app.database.query(OFFICE, [departmentId, hall.hallId, null]);
    expect(office).toMatchObject({ department: '临江区民政办公室', region: district?.name });
  });
});

describe('the series of a new year', () => {
  it('begins at 1', async () => {
    app.clock.set('2026-12-31T16:30:00.000Z');
    const clerk = await hall.staff(['clerk']);
    const accepted = await acceptedShopCase(hall, 261, clerk);
    expect(accepted.notices.find(({ kind }) => kind === 'acceptance')?.number).toBe('临卫许受〔2027〕1 号');
  });
});
