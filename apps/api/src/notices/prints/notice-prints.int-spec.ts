import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptedShopCase, type HallAtWork, openHall, openShopDraft } from '../../../test/hall-factory.js';
import { pdfOf } from '../../../test/pdf-answer.js';
import { startApp, type TestApp } from '../../../test/start-app.js';
import { CaseStore } from '../../cases/index.js';
import { ItemVersions } from '../../catalogue/index.js';
import { CommandRunner } from '../../platform/index.js';
import { NoticeIssuer } from '../index.js';

let app: TestApp;
let hall: HallAtWork;

beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
});
afterAll(() => app.close());

async function acceptance(who: number): Promise<{ caseId: string; id: string }> {
  const { id: caseId, notices } = await acceptedShopCase(hall, who);
  return { caseId, id: notices.find(({ kind }) => kind === 'acceptance')?.id ?? '' };
}

const pdf = (path: string) => pdfOf(hall.clerk, path);
const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('a hundred notices at once, a third of them abandoned', () => {
  it('leave no gap and no twin in the series', async () => {
    const { caseId } = await acceptance(301);
    const [runner, store, versions, issuer] = [app.get(CommandRunner), app.get(CaseStore), app.get(ItemVersions), app.get(NoticeIssuer)];
    const row = await runner.runSystem((tx) => store.lockForSystem(tx, caseId));
    const { definition } = await versions.get(row.itemVersionId);
    const issueOne = (at: number): Promise<string | null> =>
      runner
        .runSystem(async (tx) => {
          const input = { kind: 'takeIn', row, definition, applicantKind: 'natural', issuedBy: null, materials: [] } as const;
          const { number } = await issuer.issue(tx, input);
          if (at % 3 === 0) throw new Error('abandoned');
          return number;
        })
        .catch(() => null);
    const numbers = (await Promise.all(Array.from({ length: 100 }, (_, at) => issueOne(at)))).filter((number) => number !== null);
    expect(numbers).toHaveLength(66);
    const serials = numbers.map((number) => Number(/〕(\d+) 号$/.exec(number)?.[1])).sort((one, other) => one - other);
    expect(serials).toEqual(Array.from({ length: 66 }, (_, at) => at + 1));
  });
});

describe('printing', () => {
  it('gives the kept bytes at once, drawn before the worker comes', async () => {
    const { id } = await acceptance(311);
    const print = await hall.clerk.api.printNotice({ params: { id } });
    expect(print).toMatchObject({ ordinal: 1, printedBy: '林晓雯' });
    const original = await pdf(`/api/notices/${id}/prints/1`);
    expect(original).toMatchObject({ status: 200, type: 'application/pdf' });
    const [kept] = await app.database.query<{ sha256: string }>('SELECT sha256 FROM notice WHERE id = $1', [id]);
    expect(sha(original.bytes)).toBe(kept?.sha256);
    await app.drain();
    const files = await app.database.query(
      'SELECT 1 FROM notice n JOIN case_file f ON f.case_id = n.case_id AND f.material_code IS NULL WHERE n.id = $1',
      [id],
    );
    expect(files).toHaveLength(1);
  });

  it('marks every reprint, tells it in the story, and leaves the original as it is', async () => {
    const { id, caseId } = await acceptance(312);
    await hall.clerk.api.printNotice({ params: { id } });
    const before = await pdf(`/api/notices/${id}/prints/1`);
    expect(await hall.clerk.api.printNotice({ params: { id } })).toMatchObject({ ordinal: 2 });
    const copy = await pdf(`/api/notices/${id}/prints/2`);
    expect(copy.status).toBe(200);
    expect(copy.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(sha(copy.bytes)).not.toBe(sha(before.bytes));
    expect(sha((await pdf(`/api/notices/${id}/prints/2`)).bytes)).toBe(sha(copy.bytes));
    expect(sha((await pdf(`/api/notices/${id}/prints/1`)).bytes)).toBe(sha(before.bytes));
    const { items } = await hall.clerk.api.getCaseEvents({ params: { id: caseId } });
    expect(items.filter(({ action }) => action === 'notice.reprint')).toHaveLength(1);
    expect(items.at(-1)?.words).toBe('补打行政许可申请受理通知书，第 1 次');
    expect((await hall.clerk.api.listNoticePrints({ params: { id } })).items).toMatchObject([{ ordinal: 1 }, { ordinal: 2 }]);
  });

  it('twice under one key is one printing; in two tabs an original and one marked reprint', async () => {
    const one = await acceptance(313);
    const idempotencyKey = randomUUID();
    const twice = await Promise.all([1, 2].map(() => hall.clerk.api.printNotice({ params: { id: one.id } }, { idempotencyKey })));
    expect(twice.map(({ ordinal }) => ordinal)).toEqual([1, 1]);
    const other = await acceptance(314);
    const tabs = await Promise.all([1, 2].map(() => hall.clerk.api.printNotice({ params: { id: other.id } })));
    expect(tabs.map(({ ordinal }) => ordinal).sort()).toEqual([1, 2]);
  });

  it('refuses what is not there, not theirs, or can not be printed', async () => {
    const { id } = await acceptance(315);
    const nowhere = '018f0000-0000-7000-8000-000000000001';
    expect(await hall.clerk.raw('POST', `/api/notices/${nowhere}/prints`)).toMatchObject({
      status: 404,
      body: { code: 'notice.not-found' },
    });
    expect(await hall.clerk.raw('POST', '/api/notices/nonsense/prints')).toMatchObject({ status: 400 });
    expect(await hall.clerk.raw('GET', `/api/notices/${id}/prints/7`)).toMatchObject({
      status: 404,
      body: { code: 'notice.print-not-found' },
    });
    expect(await hall.clerk.raw('GET', `/api/notices/${id}/prints/0`)).toMatchObject({ status: 400 });
    const stranger = await (await openHall(app)).staff(['clerk']);
    expect(await stranger.raw('POST', `/api/notices/${id}/prints`)).toMatchObject({ status: 404, body: { code: 'case.not-found' } });
    expect(await stranger.raw('GET', `/api/notices/${id}/prints/1`)).toMatchObject({ status: 404 });
    const rare = await acceptance(316);
    await app.database.query(`UPDATE notice SET content = jsonb_set(content, '{applicantName}', '"王𠮷"') WHERE id = $1`, [rare.id]);
    expect(await hall.clerk.raw('POST', `/api/notices/${rare.id}/prints`)).toMatchObject({
      status: 422,
      body: { code: 'notice.unprintable' },
    });
    expect((await hall.clerk.api.listNoticePrints({ params: { id: rare.id } })).items).toEqual([]);
  });
});

describe('the slip that goes with the paper', () => {
  it('is made once for the same papers, and refused where there is no paper', async () => {
    const { caseId } = await acceptance(321);
    const params = { id: caseId };
    const slip = await hall.clerk.api.issuePaperTransferSlip({ params });
    expect(slip).toMatchObject({
      kind: 'paperTransfer',
      title: '纸质材料流转单',
      number: expect.stringMatching(/^临卫流转〔2026〕\d+ 号$/),
    });
    expect(await hall.clerk.api.issuePaperTransferSlip({ params })).toMatchObject({ id: slip.id, number: slip.number });
    const draft = await openShopDraft(hall, 322);
    expect(await hall.clerk.raw('POST', `/api/cases/${draft.id}/paper-transfer-slip`)).toMatchObject({
      status: 422,
      body: { code: 'case.no-paper-to-hand-on' },
    });
  });
});
