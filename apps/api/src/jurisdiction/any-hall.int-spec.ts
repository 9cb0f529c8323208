import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ALLOWANCE, type AnyHall, household, LAKE, RIVER, startAnyHall } from '../../test/any-hall-world.js';
import { person, publishItem } from '../../test/hall-factory.js';
import { REGION_CODE } from '../../test/people-factory.js';
import { SIGNATURE } from '../../test/result-world.js';
import type { TestClient } from '../../test/test-client.js';

let app: AnyHall['app'];
let hall: AnyHall['hall'];
let elsewhere: AnyHall['elsewhere'];
let atLake: TestClient;
let atRiver: TestClient;
let draftOf: AnyHall['draftOf'];
let accept: AnyHall['accept'];
beforeAll(async () => {
  ({ app, hall, elsewhere, atLake, atRiver, draftOf, accept } = await startAnyHall());
});
afterAll(() => app.close());

const inbox = async (client: TestClient) => (await client.api.listTasks({ query: { tab: 'pool' } })).items.map(({ caseId }) => caseId);

describe('any hall', () => {
  it('receives in one street what the office of another street reviews and the district decides', async () => {
    const draft = await draftOf(301, household(RIVER));
    expect(draft.jurisdiction).toMatchObject({
      place: { code: RIVER, name: '江滨街道' },
      source: 'form',
      problem: null,
      office: { id: hall.departmentId },
      steps: [{ key: 'review', department: { shortName: '江滨街道民政办' } }],
    });
    const accepted = await accept(draft.id, draft.version);
    expect(accepted).toMatchObject({ hall: { id: elsewhere.hallId }, department: { id: hall.departmentId }, hindrances: [] });
    expect(accepted.caseNo).toMatch(/^440199/);
    expect([await inbox(atRiver), await inbox(atLake)]).toEqual([[draft.id], []]);
    // The office reviews; the district's chief decides.
    const [task] = (await atRiver.api.listTasks({ query: { tab: 'pool' } })).items;
    const claimed = await atRiver.api.claimTask({ params: { id: task?.id ?? '' } });
    await atRiver.api.completeTask({ params: { id: claimed.id }, body: { expectedVersion: claimed.version, opinion: '符合条件' } });
    const chief = await hall.staff(['chief', 'approver']);
    expect(await inbox(chief)).toContain(draft.id);
    await expect(atLake.api.getCase({ params: { id: draft.id } })).rejects.toMatchObject({ status: 404 });
    // Supervision sees it under the district's department.
    const supervisor = await hall.staff(['supervisor']);
    expect((await supervisor.api.getCase({ params: { id: draft.id } })).id).toBe(draft.id);
  });

  it('lets the counter choose where the address leaves it open, with a reason on record', async () => {
    const draft = await draftOf(302, { address: '临江区临江大道 1 号' });
    expect(draft.hindrances).toContainEqual(expect.objectContaining({ kind: 'applicant', key: 'place' }));
    expect(draft.jurisdiction).toMatchObject({
      problem: '地址只到临江区。选申请人所在的街道，写明依据',
      choices: [{ code: LAKE }, { code: RIVER }],
    });
    await expect(accept(draft.id, draft.version)).rejects.toMatchObject({ status: 422, code: 'case.not-acceptable' });
    const choose = (regionCode: string | null, reason?: string, expectedVersion = draft.version) =>
      elsewhere.clerk.api.choosePlace({ params: { id: draft.id }, body: { expectedVersion, regionCode, ...(reason ? { reason } : {}) } });
    await expect(choose(LAKE)).rejects.toMatchObject({ status: 400, code: 'request.invalid' });
    await expect(choose('440198001', '住在那里')).rejects.toMatchObject({ status: 422, code: 'case.place-outside' });
    await expect(choose(REGION_CODE, '住在那里')).rejects.toMatchObject({ status: 422, code: 'case.place-outside' });
    const chosen = await choose(LAKE, '户口簿载明在望湖街道');
    expect(chosen.jurisdiction).toMatchObject({ place: { code: LAKE }, source: 'chosen', reason: '户口簿载明在望湖街道', problem: null });
    await expect(choose(RIVER, '再选')).rejects.toMatchObject({ status: 409 });
    // The counter's word stands while the address is corrected, until it is taken back.
    const saved = await elsewhere.clerk.api.saveDraft({
      params: { id: draft.id },
      body: { expectedVersion: chosen.version, form: household(RIVER) },
    });
    expect(saved.jurisdiction?.place?.code).toBe(LAKE);
    const back = await choose(null, undefined, saved.version);
    expect(back.jurisdiction).toMatchObject({ place: { code: RIVER }, source: 'form', reason: null });
    const again = await choose(LAKE, '户口簿载明在望湖街道', back.version);
    await accept(draft.id, again.version);
    expect(await inbox(atLake)).toContain(draft.id);
    const { items } = await elsewhere.clerk.api.getCaseEvents({ params: { id: draft.id } });
    expect(items.map(({ words }) => words)).toContain('所在区划定为望湖街道，由临江区卫生健康局办理：户口簿载明在望湖街道');
  });

  it('does not take another district’s applicant, nor asks where the item does not', async () => {
    const draft = await draftOf(303, { address: '云山区松涛街道 8 号' });
    expect(draft.jurisdiction?.problem).toContain('云山区不归本区办理');
    await expect(accept(draft.id, draft.version)).rejects.toMatchObject({ status: 422, code: 'case.not-acceptable' });
    const plain = await elsewhere.clerk.api.openDraft({ body: { itemVersionId: hall.registration.versionId } });
    expect(plain.jurisdiction).toBeNull();
    await expect(
      elsewhere.clerk.api.choosePlace({
        params: { id: plain.id },
        body: { expectedVersion: plain.version, regionCode: LAKE, reason: '试' },
      }),
    ).rejects.toMatchObject({ status: 422, code: 'case.place-not-asked' });
    await expect(
      hall.clerk.api.choosePlace({ params: { id: draft.id }, body: { expectedVersion: draft.version, regionCode: LAKE, reason: '试' } }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('takes the applicant’s own address where the form has none, and refuses a choice after acceptance', async () => {
    const draft = await draftOf(304, {}, '临江区江滨街道码头街 9 号');
    expect(draft.jurisdiction).toMatchObject({ place: { code: RIVER }, source: 'applicant' });
    const accepted = await accept(draft.id, draft.version);
    await expect(
      elsewhere.clerk.api.choosePlace({
        params: { id: draft.id },
        body: { expectedVersion: accepted.version, regionCode: LAKE, reason: '试' },
      }),
    ).rejects.toMatchObject({ status: 409, code: 'case.draft-closed' });
  });

  it('is published only where the definition can tell the place', async () => {
    const faulty = (more: Partial<typeof ALLOWANCE>) =>
      publishItem(app, { departmentCode: hall.departmentCode, definition: { ...ALLOWANCE, ...more } });
    const { jurisdiction: _rule, ...withoutRule } = ALLOWANCE;
    await expect(publishItem(app, { departmentCode: hall.departmentCode, definition: withoutRule })).rejects.toMatchObject({
      code: 'item.definition-invalid',
    });
    await expect(faulty({ scope: 'hall' })).rejects.toMatchObject({ code: 'item.definition-invalid' });
    await expect(faulty({ jurisdiction: { level: 'district', fields: ['home'] } })).rejects.toMatchObject({
      code: 'item.definition-invalid',
    });
  });
});

describe('collecting anywhere in scope (R6.2)', () => {
  const collector = (who: number) => ({
    relation: 'self' as const,
    name: '王小明',
    identityNumber: person(who).identityNumber,
    identityChecked: true as const,
    signaturePng: SIGNATURE,
  });

  async function readyCase(who: number): Promise<{ id: string; version: number }> {
    const draft = await draftOf(who, household(RIVER));
    await accept(draft.id, draft.version);
    await app.database.query(
      `UPDATE cases SET status = 'ready', decision = 'grant', decided_at = now(), decided_on = current_date, ready_at = now() WHERE id = $1`,
      [draft.id],
    );
    await app.database.query(`UPDATE review_task SET status = 'cancelled' WHERE case_id = $1`, [draft.id]);
    await app.database.query(
      `INSERT INTO result (id, case_id, name, number, electronic, denial, issued_at, place, content)
       VALUES (gen_random_uuid(), $1::uuid, '津贴决定书', 'T' || $1::text, false, false, now(), 'A 柜 3 格', '{}')`,
      [draft.id],
    );
    const { version } = await elsewhere.clerk.api.getCase({ params: { id: draft.id } });
    return { id: draft.id, version };
  }

  it('calls the paper to the hall where the applicant stands, and hands it out when it has arrived', async () => {
    const { id, version } = await readyCase(311);
    const here = hall.clerk;
    const rowAt = async (client: TestClient) => (await client.api.listReady({ query: {} })).items.find(({ caseId }) => caseId === id);
    const handOver = (client: TestClient) =>
      client.api.handOver({ params: { id }, body: { expectedVersion: version, collector: collector(311) } });
    const move = (client: TestClient, step: 'call' | 'send' | 'arrive') => client.api.movePaper({ params: { id }, body: { move: step } });

    expect(await rowAt(here)).toMatchObject({
      paper: { hall: { name: '望湖街道便民服务中心' }, to: null, state: 'here' },
      problems: [{ code: 'paper', reason: '纸质结果在望湖街道便民服务中心。调到本大厅，或请申请人到那里领取' }],
    });
    // Open to the hall that may hand it out, so that a parcel's address is known there too.
    expect((await here.api.getCase({ params: { id } })).applicant?.address).toBe('广州市某处');
    await expect(handOver(here)).rejects.toMatchObject({ status: 422, code: 'pickup.paper' });
    await expect(move(here, 'arrive')).rejects.toMatchObject({ status: 409, code: 'paper.not-movable' });
    await expect(move(elsewhere.clerk, 'send')).rejects.toMatchObject({ status: 409, code: 'paper.not-movable' });

    expect((await move(here, 'call')).paper).toMatchObject({ state: 'asked', to: { id: hall.hallId } });
    await expect(move(here, 'call')).rejects.toMatchObject({ status: 409 });
    expect((await rowAt(elsewhere.clerk))?.paper?.actions).toContainEqual({ action: 'send', allowed: true });
    await move(elsewhere.clerk, 'send');
    // On the way nobody hands it out.
    await expect(handOver(elsewhere.clerk)).rejects.toMatchObject({ status: 422, code: 'pickup.paper' });
    await expect(handOver(here)).rejects.toMatchObject({ status: 422, code: 'pickup.paper' });
    expect((await rowAt(here))?.result.place).toMatch(/^送往.*途中$/);
    expect((await move(here, 'arrive')).paper).toMatchObject({ state: 'here', hall: { id: hall.hallId } });
    expect((await rowAt(here))?.problems).toEqual([]);
    expect(await handOver(here)).toMatchObject({ status: 'concluded' });
    await expect(move(here, 'call')).rejects.toMatchObject({ status: 404 });
    const { items } = await elsewhere.clerk.api.getCaseEvents({ params: { id } });
    expect(items.map(({ action }) => action)).toEqual(expect.arrayContaining(['paper.call', 'paper.send', 'paper.arrive', 'handOver']));
  });

  it('knows no paper of a case that is not ready, and none of an electronic result', async () => {
    const draft = await draftOf(312, household(RIVER));
    await accept(draft.id, draft.version);
    await expect(elsewhere.clerk.api.movePaper({ params: { id: draft.id }, body: { move: 'call' } })).rejects.toMatchObject({
      status: 409,
      code: 'paper.none',
    });
    const { id } = await readyCase(313);
    await app.database.query('UPDATE result SET electronic = true WHERE case_id = $1', [id]);
    await expect(hall.clerk.api.movePaper({ params: { id }, body: { move: 'call' } })).rejects.toMatchObject({
      status: 409,
      code: 'paper.none',
    });
  });
});
