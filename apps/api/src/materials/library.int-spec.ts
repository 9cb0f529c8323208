import { randomUUID } from 'node:crypto';
import { addCalendarDays, shanghaiToday } from '@onewindow/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type HallAtWork, openHall, person, pngFile, publishItem, SHOP_FORM } from '../../test/hall-factory.js';
import { KEPT } from '../../test/library-world.js';
import { LicenceWriter, type NewLicence } from '../licences/index.js';
import { CommandRunner } from '../platform/index.js';
import { startApp, type TestApp } from '../../test/start-app.js';
import { refusal, type TestClient } from '../../test/test-client.js';

let app: TestApp;
let hall: HallAtWork;
let versionId: string;
beforeAll(async () => {
  app = await startApp();
  hall = await openHall(app);
  versionId = (await publishItem(app, { departmentCode: hall.departmentCode, definition: KEPT, name: '留存材料的事项' })).versionId;
});
afterAll(async () => {
  await app.close();
});

const open = async (who: number, client: TestClient = hall.clerk) =>
  await client.api.openDraft({
    body: { itemVersionId: versionId, applicant: person(who), form: SHOP_FORM, duplicateReason: '另一处经营场所' },
  });
const bring = async (id: string, code: string) =>
  await hall.clerk.api.addMaterialFile(
    { params: { id, code }, query: { verdict: 'qualified' } },
    { file: pngFile(), fileName: `${code}.png` },
  );
const offers = async (id: string) => (await hall.clerk.api.lookUpReusable({ params: { id } })).items;
const use = (id: string, code: string, entryId: string, more: { originalSeen?: true; committed?: true } = {}) =>
  hall.clerk.api.reuseMaterials({ params: { id }, body: { uses: [{ code, source: 'library', entryId, ...more }] } });

/** An accepted case with every paper, shelved. */
async function acceptedFor(who: number, codes = ['rules', 'plan', 'report', 'pledge']): Promise<string> {
  const { id } = await open(who);
  for (const code of ['application', ...codes]) await bring(id, code);
  if (codes.includes('report')) await hall.clerk.api.dateMaterial({ params: { id, code: 'report' }, body: { issuedOn: '2026-02-08' } });
  const { version } = await hall.clerk.api.getCase({ params: { id } });
  await hall.clerk.api.acceptCase({ params: { id }, body: { expectedVersion: version } });
  await app.drain();
  return id;
}

describe('the material library', () => {
  it('is fed by acceptance, once, and offers the next case what fits by level, version and validity', async () => {
    const first = await acceptedFor(301);
    await app.drain();
    const next = await open(301);
    const items = await offers(next.id);
    expect(items.map(({ name, trustLevel, version, rule, fits }) => ({ name, trustLevel, version, rule, fits }))).toEqual([
      { name: '卫生管理制度', trustLevel: 'B', version: 1, rule: 'watermarked', fits: ['rules'] },
      { name: '检测报告', trustLevel: 'B', version: 1, rule: 'watermarked', fits: ['report'] },
      { name: '平面布局图', trustLevel: 'C', version: 1, rule: 'checkOriginal', fits: ['plan'] },
      { name: '承诺书', trustLevel: 'D', version: 1, rule: 'underCommitment', fits: ['pledge'] },
    ]);
    expect(items[1]).toMatchObject({ issuedOn: '2026-02-08', validThrough: '2026-08-08' });
    const { caseNo } = await hall.clerk.api.getCase({ params: { id: first } });
    expect(items[0]?.sourceCaseNo).toBe(caseNo);
    const audit = await app.database.query(`SELECT detail FROM audit_entry WHERE action = 'material-library.looked-up'`);
    expect(audit.length).toBeGreaterThan(0);
  });

  it('makes a newer version for other bytes, and none for the same', async () => {
    await acceptedFor(302, ['rules']);
    await acceptedFor(302, ['rules']);
    const { id } = await open(302);
    const [rules] = await offers(id);
    expect(rules).toMatchObject({ version: 2 });
    await use(id, 'rules', rules?.id ?? '');
    await bring(id, 'application');
    const { version } = await hall.clerk.api.getCase({ params: { id } });
    await hall.clerk.api.acceptCase({ params: { id }, body: { expectedVersion: version } });
    await app.drain();
    expect((await offers((await open(302)).id))[0]).toMatchObject({ version: 2 });
  });
});

describe('reuse', () => {
  it('links the bytes, keeps level and version, marks the copies, tells the story, and can be taken back', async () => {
    await acceptedFor(311);
    const { id } = await open(311);
    const [rules] = await offers(id);
    if (!rules) throw new Error('nothing is offered');
    const before = await app.database.query<{ count: number }>('SELECT count(DISTINCT sha256)::int AS count FROM case_file');
    const { materials, version } = await use(id, 'rules', rules.id);
    expect(version).toBe(2);
    expect(materials).toEqual([
      expect.objectContaining({
        code: 'rules',
        verdict: 'reused',
        trustLevel: 'B',
        reuse: expect.objectContaining({ entryId: rules.id, version: 1 }),
      }),
    ]);
    const [file] = materials[0]?.files ?? [];
    expect(materials[0]?.reuse?.watermark).toMatch(/^复用·\d{4}-\d\d-\d\d·仅供本次办理$/);
    // What is shown, downloaded and printed is a copy with the words across it; the kept bytes stay what they are.
    expect(file).toMatchObject({ sha256: rules.files[0]?.sha256, mediaType: 'application/pdf' });
    const copy = await hall.clerk.raw('GET', `/api/cases/${id}/files/${file?.id ?? ''}`);
    expect([copy.status, copy.headers.get('content-type'), copy.headers.get('cache-control')]).toEqual([
      200,
      'application/pdf',
      'no-store',
    ]);
    expect(await app.database.query('SELECT count(DISTINCT sha256)::int AS count FROM case_file')).toEqual(before);
    const { items } = await hall.clerk.api.getCaseEvents({ params: { id } });
    expect(items.at(-1)?.words).toBe('卫生管理制度复用卫生管理制度（B 级）');

    expect(await refusal(use(id, 'rules', rules.id))).toMatchObject({ status: 409, code: 'material.already-reused' });
    const undone = await hall.clerk.api.undoReuse({ params: { id, code: 'rules' } });
    expect(undone.materials[0]).toMatchObject({ verdict: 'missing', files: [], reuse: null });
    expect(await refusal(hall.clerk.api.undoReuse({ params: { id, code: 'rules' } }))).toMatchObject({ code: 'material.not-reused' });
    await use(id, 'rules', rules.id);
    await bring(id, 'application');
    const ready = await hall.clerk.api.getCase({ params: { id } });
    const accepted = await hall.clerk.api.acceptCase({ params: { id }, body: { expectedVersion: ready.version } });
    const reused = accepted.materials.find(({ code }) => code === 'rules');
    expect(reused?.reuse?.watermark).toContain(`复用·${accepted.caseNo}·`);
    expect(await refusal(hall.clerk.api.undoReuse({ params: { id, code: 'rules' } }))).toMatchObject({ code: 'case.materials-closed' });
  });

  it('asks for the original of a C, which becomes a B, and for the commitment of a D', async () => {
    await acceptedFor(312);
    const { id } = await open(312);
    const items = await offers(id);
    const plan = items.find(({ name }) => name === '平面布局图')?.id ?? '';
    const pledge = items.find(({ name }) => name === '承诺书')?.id ?? '';
    expect(await refusal(use(id, 'plan', plan))).toMatchObject({ status: 422, code: 'library.original-not-seen' });
    const { materials } = await use(id, 'plan', plan, { originalSeen: true });
    expect(materials[0]).toMatchObject({ verdict: 'reused', trustLevel: 'B' });
    expect((await offers(id)).find(({ name }) => name === '平面布局图')).toMatchObject({ trustLevel: 'B', rule: 'watermarked' });
    expect(await refusal(use(id, 'pledge', pledge))).toMatchObject({ status: 422, code: 'library.not-committed' });
    expect((await use(id, 'pledge', pledge, { committed: true })).materials[0]).toMatchObject({ trustLevel: 'D' });
  });

  it('refuses what has expired, with the day, and what does not fit; several are used all or none', async () => {
    await acceptedFor(313);
    const { id } = await open(313);
    const items = await offers(id);
    const [rules, report] = items;
    if (!rules || !report) throw new Error('nothing is offered');
    await app.database.query(`UPDATE material_library SET valid_through = '2020-01-01' WHERE id = $1`, [report.id]);
    expect((await offers(id)).at(-1)).toMatchObject({ name: '检测报告', rule: 'expired', reason: '2020-01-01 到期，不能用' });
    const expired = await refusal(use(id, 'report', report.id));
    expect(expired).toMatchObject({ status: 422, code: 'library.expired' });
    expect(expired.title).toContain('2020-01-01');
    const both = hall.clerk.api.reuseMaterials({
      params: { id },
      body: {
        uses: [
          { code: 'rules', source: 'library', entryId: rules.id },
          { code: 'report', source: 'library', entryId: report.id },
        ],
      },
    });
    expect(await refusal(both)).toMatchObject({ code: 'library.expired' });
    expect((await hall.clerk.api.getCase({ params: { id } })).materials.every(({ verdict }) => verdict === 'missing')).toBe(true);
    expect(await refusal(use(id, 'plan', rules.id))).toMatchObject({ code: 'library.does-not-fit' });
    await bring(id, 'rules');
    expect(await refusal(use(id, 'rules', rules.id))).toMatchObject({ code: 'material.has-own-files' });
  });

  it('finds nothing of another applicant, in another hall, or under a number that does not exist', async () => {
    await acceptedFor(314);
    const [theirs] = await offers((await open(314)).id);
    if (!theirs) throw new Error('nothing is offered');
    const { id } = await open(315);
    expect(await offers(id)).toEqual([]);
    expect(await refusal(use(id, 'rules', theirs.id))).toMatchObject({ status: 404, code: 'library.entry-not-found' });
    expect(await refusal(use(id, 'rules', randomUUID()))).toMatchObject({ status: 404 });
    const path = (caseId: string) => `/api/cases/${caseId}/reusable/${theirs.id}/files/${theirs.files[0]?.sha256 ?? ''}`;
    expect(await hall.clerk.raw('GET', path(id))).toMatchObject({ status: 404, body: { code: 'library.entry-not-found' } });
    expect(await hall.clerk.raw('GET', path((await open(314)).id))).toMatchObject({ status: 200 });
    const nobody = await hall.clerk.api.openDraft({ body: { itemVersionId: versionId } });
    expect(await offers(nobody.id)).toEqual([]);
    expect(await refusal(use(nobody.id, 'rules', theirs.id))).toMatchObject({ status: 422, code: 'library.applicant-missing' });
  });

  it('gives way to a paper that is brought instead', async () => {
    await acceptedFor(316);
    const { id } = await open(316);
    const [rules] = await offers(id);
    await use(id, 'rules', rules?.id ?? '');
    const { material } = await bring(id, 'rules');
    expect(material).toMatchObject({ verdict: 'qualified', trustLevel: 'C', reuse: null });
  });
});

describe('a licence', () => {
  const licence = (who: number, more: Partial<NewLicence> = {}): NewLicence => ({
    ...{ type: 'id-card', name: '居民身份证', number: person(who).identityNumber, issuer: '临江区公安分局', resultId: null, file: null },
    holder: { name: person(who).name, identityType: 'idCard', identityNumber: person(who).identityNumber },
    ...{ issuedOn: '2016-03-01', validFrom: '2016-03-01', validUntil: '2036-03-01', revokedOn: null, fields: {} },
    ...more,
  });
  const give = async (one: NewLicence) => {
    await app.get(CommandRunner).runSystem((tx) => app.get(LicenceWriter).add(tx, one));
  };
  const useLicence = (id: string, entryId: string) =>
    hall.clerk.api.reuseMaterials({ params: { id }, body: { uses: [{ code: 'card', source: 'licence', entryId }] } });

  it('stands for a material at level A, once in the library however often it is used', async () => {
    await give(licence(331));
    const { id } = await open(331);
    const [card] = await offers(id);
    expect(card).toMatchObject({ source: 'licence', trustLevel: 'A', rule: 'direct', fits: ['card'], validThrough: '2036-03-01' });
    expect((await useLicence(id, card?.id ?? '')).materials[0]).toMatchObject({
      verdict: 'reused',
      trustLevel: 'A',
      validThrough: '2036-03-01',
    });
    await useLicence((await open(331)).id, card?.id ?? '');
    const kept = await app.database.query('SELECT version FROM material_library WHERE licence_id = $1', [card?.id]);
    expect(kept).toEqual([{ version: 1 }]);
  });

  it('is refused when it has expired, and not found when it is somebody else’s', async () => {
    await give(licence(332, { validUntil: '2026-01-31' }));
    const { id } = await open(332);
    const [card] = await offers(id);
    expect(card).toMatchObject({ rule: 'expired', reason: '2026-01-31 已过期，不能用' });
    const refused = await refusal(useLicence(id, card?.id ?? ''));
    expect(refused).toMatchObject({ status: 422, code: 'library.licence-invalid' });
    expect(refused.title).toContain('2026-01-31');
    expect(await refusal(useLicence((await open(333)).id, card?.id ?? ''))).toMatchObject({ status: 404, code: 'library.entry-not-found' });
  });
});

describe('dates of a paper', () => {
  it('make an expired one hinder acceptance, and can not lie ahead', async () => {
    const { id } = await open(321);
    await bring(id, 'application');
    await bring(id, 'report');
    const dated = await hall.clerk.api.dateMaterial({ params: { id, code: 'report' }, body: { issuedOn: '2025-08-05' } });
    expect(dated.materials[0]).toMatchObject({ verdict: 'qualified', issuedOn: '2025-08-05', validThrough: '2026-02-05' });
    const { hindrances, version } = await hall.clerk.api.getCase({ params: { id } });
    expect(hindrances).toEqual([expect.objectContaining({ key: 'report', reason: expect.stringContaining('2026-02-05 已过期') })]);
    expect(await refusal(hall.clerk.api.acceptCase({ params: { id }, body: { expectedVersion: version } }))).toMatchObject({
      code: 'case.not-acceptable',
    });
    expect(await refusal(hall.clerk.api.dateMaterial({ params: { id, code: 'report' }, body: { issuedOn: '2099-01-01' } }))).toMatchObject({
      code: 'material.issued-in-future',
    });
    expect(
      await refusal(
        hall.clerk.api.dateMaterial({ params: { id, code: 'report' }, body: { issuedOn: '2026-02-05', validThrough: '2026-01-01' } }),
      ),
    ).toMatchObject({ status: 400 });
    // R2.3: what hinders is told, once and on paper; an expired paper is no exception.
    await hall.clerk.api.supplementCase({ params: { id }, body: { expectedVersion: version } });
    const [notice] = await app.database.query<{ gaps: { name: string; reason: string }[] }>(
      `SELECT content->'gaps' AS gaps FROM notice WHERE case_id = $1 AND kind = 'supplement'`,
      [id],
    );
    expect(notice?.gaps).toEqual([{ name: '检测报告', reason: expect.stringContaining('2026-02-05 已过期') }]);
  });
});

describe('a paper that came after the acceptance', () => {
  it('takes the place of the pages that the review found wrong, and nothing else is laid anew', async () => {
    const id = await acceptedFor(371, ['rules', 'plan']);
    const approver = await hall.staff(['approver']);
    const { route } = await approver.api.getCase({ params: { id } });
    const task = await approver.api.claimTask({ params: { id: route.find(({ key }) => key === 'review')?.taskId ?? '' } });
    const dueOn = addCalendarDays(shanghaiToday(app.clock.now()), 10);
    const points = [{ kind: 'material' as const, key: 'plan', reason: '与现场不符' }];
    const asked = await approver.api.requestCorrections({
      params: { id: task.id },
      body: { expectedVersion: task.version, dueOn, points },
    });
    const added = await hall.clerk.api.addCorrectionFile(
      { params: { id: asked.id, code: 'plan' } },
      { file: pngFile(), fileName: '新图.png' },
    );
    await hall.clerk.api.takeInCorrections({
      params: { id: asked.id },
      body: { expectedVersion: added.version, materials: ['plan'], fields: {} },
    });
    await app.drain();
    const shelf = await app.database.query<{ key: string; version: number; names: string[] }>(
      `SELECT library_key AS key, version, ARRAY(SELECT f->>'name' FROM jsonb_array_elements(files) f) AS names
         FROM material_library WHERE source_case_id = $1 ORDER BY library_key, version`,
      [id],
    );
    expect(shelf).toEqual([
      { key: 'floor-plan', version: 1, names: ['plan.png'] },
      { key: 'floor-plan', version: 2, names: ['新图.png'] },
      { key: 'hygiene-rules', version: 1, names: ['rules.png'] },
    ]);
    const next = await open(371);
    expect((await offers(next.id)).find(({ name }) => name === '平面布局图')).toMatchObject({ version: 2, files: [{ name: '新图.png' }] });
  });
});
