import { randomBytes } from 'node:crypto';
import type { ApplicantInput, ItemDefinitionInput } from '@onewindow/contracts';
import { makeCreditCode, makeIdentityNumber, makeItemCode, type Role } from '@onewindow/domain';
import { CataloguePublisher } from '../src/catalogue/index.js';
import { CommandRunner } from '../src/platform/index.js';
import { createDepartment, createHall, createStaff, TEST_PASSWORD } from './people-factory.js';
import type { TestApp } from './start-app.js';
import type { TestClient } from './test-client.js';

const AGENCY = makeCreditCode('11', '440199', 751_042);

/** A promised item small enough to read: one question that asks for a further paper, one paper of each kind, numbers in the form. */
export const SHOP_PERMIT: ItemDefinitionInput = {
  kind: 'promised',
  subtype: '新办',
  applicantKinds: ['natural', 'legal'],
  statutoryLimit: 20,
  promisedLimit: 5,
  extensionLimit: 10,
  legalBasis: '《中华人民共和国行政许可法》',
  allowsDeferral: false,
  allowsCommitment: false,
  requiresTwoReviewers: false,
  specialProcedures: [],
  questions: [
    {
      key: 'place',
      title: '场所类别',
      kind: 'choice',
      options: [
        { value: 'shop', title: '商店' },
        { value: 'bath', title: '浴室' },
      ],
    },
    { key: 'air', title: '使用集中空调', kind: 'yesNo', options: [], default: false },
  ],
  materials: [
    { code: 'application', name: '申请表', kind: 'application', necessity: 'required' },
    { code: 'identity', name: '身份证明', kind: 'identity', necessity: 'required' },
    { code: 'airReport', name: '集中空调检测报告', kind: 'report', necessity: 'conditional', when: { question: 'air', equals: true } },
    { code: 'letter', name: '委托书', kind: 'authorisation', necessity: 'optional' },
    { code: 'plan', name: '电子图', kind: 'drawing', necessity: 'optional', medium: 'electronic' as const },
  ].map((material) => ({
    isKey: material.code === 'application',
    medium: 'original' as const,
    copies: 1,
    source: '申请人自备',
    standard: '填写完整',
    reviewPoints: [],
    ...material,
  })) as ItemDefinitionInput['materials'],
  form: {
    type: 'object',
    properties: {
      placeName: { type: 'string', title: '场所名称', maxLength: 60 },
      area: { type: 'number', title: '面积', minimum: 1, maximum: 10_000 },
      staff: { type: 'integer', title: '从业人数', minimum: 0 },
      openOn: { type: 'string', title: '开业日期', format: 'date' },
      kind: {
        type: 'string',
        title: '业态',
        oneOf: [
          { const: 'small', title: '小' },
          { const: 'large', title: '大' },
        ],
      },
      manager: { type: 'string', title: '负责人证件号', format: 'identity', 'x-source': 'applicant.identityNumber' },
      phone: { type: 'string', title: '联系电话', format: 'phone', 'x-source': 'applicant.phone' },
      note: { type: 'string', title: '备注', format: 'textarea' },
    },
    required: ['placeName', 'area', 'phone'],
  },
  subjectField: 'placeName',
  route: {
    steps: [
      { key: 'review', name: '审查', kind: 'review', departmentCode: 'lead', role: 'approver', limit: 3, onSilence: 'wait', after: [] },
      {
        key: 'decision',
        name: '决定',
        kind: 'decision',
        departmentCode: 'lead',
        role: 'chief',
        limit: 2,
        onSilence: 'wait',
        after: ['review'],
      },
    ],
  },
  result: { name: '场所许可证', kind: 'licence', electronic: false, validYears: 4, numberPrefix: '临卫公证字', fields: ['placeName'] },
  feeCents: 0,
  scope: 'hall',
  delivery: ['window'],
};

/** 即办件: decided at the counter. */
export const REGISTRATION: ItemDefinitionInput = {
  ...SHOP_PERMIT,
  kind: 'instant',
  subtype: '登记',
  applicantKinds: ['natural'],
  statutoryLimit: null,
  promisedLimit: null,
  legalBasis: '《社会保险法》',
  questions: [],
  materials: SHOP_PERMIT.materials.slice(0, 1),
  subjectField: null,
  route: { steps: [] },
  result: { name: '登记凭证', kind: 'certificate', electronic: true, validYears: null, numberPrefix: '临医保登', fields: [] },
  scope: 'region',
};

let serial = 0;

/** Publishes an item under a code of its own. */
export async function publishItem(
  app: TestApp,
  input: { name?: string; departmentCode: string; definition?: ItemDefinitionInput; closedReason?: string; code?: string },
): Promise<{ itemId: string; versionId: string; code: string }> {
  const code = input.code ?? makeItemCode(AGENCY, '4', `0001230${String((serial += 1)).padStart(5, '0')}`);
  const publisher = app.get(CataloguePublisher);
  const published = await app.get(CommandRunner).runSystem((tx) =>
    publisher.publish(tx, {
      code,
      name: input.name ?? '公共场所卫生许可',
      departmentCode: input.departmentCode,
      definition: input.definition ?? SHOP_PERMIT,
      closedReason: input.closedReason ?? null,
    }),
  );
  return { ...published, code };
}

/** A natural person whose number is right; each serial is another person. */
export function person(serialNo: number, name = '王小明'): ApplicantInput & { phone: string } {
  return {
    kind: 'natural',
    name,
    identityType: 'idCard',
    identityNumber: makeIdentityNumber('440106', '1985-03-12', serialNo % 1000),
    phone: `1380013${String(8000 + serialNo)}`,
    address: '临江区望湖街道梧桐路 118 号',
  };
}

/** A form that fits SHOP_PERMIT. */
export const SHOP_FORM = { placeName: '临江悦泉沐浴', area: 368.5, staff: 12, openOn: '2026-10-01', kind: 'small', phone: '13800138021' };

/** One pixel of PNG, made different by what follows its end: bytes differ, so do their hashes. */
export function pngFile(size = 200): Blob {
  const head = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==', 'base64');
  return new Blob([head, randomBytes(Math.max(size - head.length, 1))], { type: 'image/png' });
}

/** A hall at work: departments, people, two items. */
export interface HallAtWork {
  readonly hallId: string;
  readonly counterIds: readonly string[];
  readonly departmentId: string;
  readonly departmentCode: string;
  readonly shop: { itemId: string; versionId: string; code: string };
  readonly registration: { itemId: string; versionId: string; code: string };
  /** A signed-in person of this hall and department. */
  staff(
    roles: readonly Role[],
    where?: { hallId?: string | null; departmentId?: string | null; counterId?: string; name?: string },
  ): Promise<TestClient>;
  clerk: TestClient;
}

/** Sets a hall up and signs a clerk in at its first counter. */
export async function openHall(app: TestApp): Promise<HallAtWork> {
  const { database } = app;
  const departmentId = await createDepartment(database);
  const { hallId, counterIds } = await createHall(database);
  const [department] = await database.query<{ code: string }>('SELECT code FROM department WHERE id = $1', [departmentId]);
  const departmentCode = department?.code ?? '';
  const shop = await publishItem(app, { departmentCode });
  const registration = await publishItem(app, { departmentCode, definition: REGISTRATION, name: '城乡居民医保参保登记' });
  const staff: HallAtWork['staff'] = async (roles, where = {}) => {
    const isClerk = roles.includes('clerk');
    const isOfficer = roles.some((role) => role === 'approver' || role === 'chief');
    const place = where.hallId === undefined ? (isClerk ? hallId : undefined) : (where.hallId ?? undefined);
    const desk = where.departmentId === undefined ? (isOfficer ? departmentId : undefined) : (where.departmentId ?? undefined);
    const created = await createStaff(database, {
      roles,
      ...(place === undefined ? {} : { hallId: place }),
      ...(desk === undefined ? {} : { departmentId: desk }),
      ...(where.name === undefined ? {} : { name: where.name }),
    });
    const client = app.client();
    await client.signIn(created.staffNo, TEST_PASSWORD, where.counterId);
    return client;
  };
  const clerk = await staff(['clerk'], { ...(counterIds[0] === undefined ? {} : { counterId: counterIds[0] }), name: '林晓雯' });
  return { hallId, counterIds, departmentId, departmentCode, shop, registration, staff, clerk };
}

/** A draft of SHOP_PERMIT in which nothing is missing but the papers. */
export async function openShopDraft(hall: HallAtWork, who = 21, client = hall.clerk, more: { duplicateReason?: string } = {}) {
  const answers = { place: 'bath', air: false };
  return await client.api.openDraft({
    body: { itemVersionId: hall.shop.versionId, applicant: person(who), answers, form: SHOP_FORM, ...more },
  });
}

/** Hands in a paper and calls it qualified. */
export async function handIn(client: TestClient, caseId: string, code: string, file = pngFile()) {
  return await client.api.addMaterialFile(
    { params: { id: caseId, code }, query: { verdict: 'qualified' } },
    { file, fileName: `${code}.png` },
  );
}

/** A draft that can be accepted. */
export async function completeShopDraft(hall: HallAtWork, who = 21, client = hall.clerk, more: { duplicateReason?: string } = {}) {
  const draft = await openShopDraft(hall, who, client, more);
  await handIn(client, draft.id, 'application');
  const { version } = await handIn(client, draft.id, 'identity');
  return { ...draft, version };
}

/** An accepted case; one person may have several. */
export async function acceptedShopCase(hall: HallAtWork, who = 21, client = hall.clerk) {
  const draft = await completeShopDraft(hall, who, client, { duplicateReason: '另一处场所' });
  return await client.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: draft.version } });
}
