import { type CaseDetail, type ItemDefinitionInput, sampleAnswers, sampleForm, sampleIdentity, samplePdf } from '@onewindow/contracts';
import { CataloguePublisher } from '../src/catalogue/index.js';
import { Organisation } from '../src/organisation/index.js';
import { CommandRunner } from '../src/platform/index.js';
import { createDepartment, createHall, createStaff, type StaffInput, TEST_PASSWORD } from './people-factory.js';
import { startApp, type TestApp, type TestAppOptions } from './start-app.js';
import type { TestClient } from './test-client.js';

export interface Member {
  id: string;
  name: string;
  staffNo: string;
  client: TestClient;
}

export interface PublishedItem {
  itemId: string;
  versionId: string;
  definition: ItemDefinitionInput;
}

export type StepInput = ItemDefinitionInput['route']['steps'][number];

/** A small hall with two departments and one item of each kind that review must know. */
export interface ReviewWorld extends TestApp {
  leadId: string;
  otherId: string;
  hallId: string;
  clerk: Member;
  approver: Member;
  colleague: Member;
  chief: Member;
  stranger: Member;
  supervisor: Member;
  items: Record<'plain' | 'parallel' | 'conditional' | 'instant', PublishedItem>;
  /** Another item of the lead department: the plain one with these steps; `{other}` stands for the other department's code. */
  itemWith(steps: readonly StepInput[], more?: Partial<ItemDefinitionInput>): Promise<PublishedItem>;
  person(input: StaffInput & { counterId?: string }): Promise<Member>;
  /** An accepted case of one of the items. */
  accepted(item: keyof ReviewWorld['items'] | PublishedItem, identityNumber?: string): Promise<CaseDetail>;
}

type Step = NonNullable<ItemDefinitionInput['route']['steps'][number]>;

function step(key: string, name: string, more: Partial<Step>): Step {
  return {
    key,
    name,
    kind: 'review',
    departmentCode: 'lead',
    role: 'approver',
    limit: 3,
    onSilence: 'wait',
    after: [],
    points: ['核对地址'],
    ...more,
  };
}

function definition(more: Partial<ItemDefinitionInput>): ItemDefinitionInput {
  return {
    kind: 'promised',
    subtype: '新办',
    applicantKinds: ['natural'],
    statutoryLimit: 20,
    promisedLimit: 5,
    extensionLimit: 10,
    legalBasis: '中华人民共和国行政许可法',
    allowsDeferral: false,
    allowsCommitment: false,
    requiresTwoReviewers: false,
    specialProcedures: [],
    questions: [],
    subjectField: null,
    feeCents: 0,
    scope: 'region',
    delivery: ['window'],
    materials: [
      {
        code: 'form',
        name: '申请表',
        necessity: 'required',
        isKey: true,
        kind: 'application',
        medium: 'original',
        copies: 1,
        source: '申请人自备',
        standard: '填写完整',
        reviewPoints: ['签名'],
      },
    ],
    form: { type: 'object', properties: { address: { type: 'string', title: '地址', maxLength: 100 } }, required: ['address'] },
    result: { name: '许可证', kind: 'licence', electronic: false, validYears: 4, numberPrefix: '临测字', fields: ['address'] },
    route: { steps: [] },
    ...more,
  };
}

function definitions(otherCode: string): Record<keyof ReviewWorld['items'], ItemDefinitionInput> {
  const decide = (after: string[]): Step => step('decide', '决定', { kind: 'decision', role: 'chief', limit: 2, points: [], after });
  return {
    plain: definition({ route: { steps: [step('review', '书面审查', {}), decide(['review'])] } }),
    conditional: definition({
      route: {
        steps: [
          step('review', '书面审查', {}),
          step('site', '现场核查', { after: ['review'], when: { field: 'address', equals: '不存在' } }),
          decide(['review', 'site']),
        ],
      },
    }),
    parallel: definition({
      promisedLimit: 10,
      requiresTwoReviewers: true,
      route: {
        steps: [
          step('site', '现场核查', {}),
          step('plan', '方案审查', { after: ['site'] }),
          step('ask', '征求意见', {
            kind: 'consultation',
            departmentCode: otherCode,
            onSilence: 'deemedNoObjection',
            limit: 5,
            after: ['site'],
          }),
          decide(['plan', 'ask']),
        ],
      },
    }),
    instant: definition({
      kind: 'instant',
      statutoryLimit: null,
      promisedLimit: null,
      result: { name: '登记凭证', kind: 'certificate', electronic: true, validYears: null, numberPrefix: '临测凭', fields: ['address'] },
    }),
  };
}

const CREDIT_CODE = '91350100M000100Y43';
let serial = 0;
let itemSerial = 100;

/** Starts the application with that hall. */
export async function startReviewWorld(options: TestAppOptions = {}): Promise<ReviewWorld> {
  const app = await startApp(options);
  const { database } = app;
  const leadId = await createDepartment(database, '卫生健康局');
  const otherId = await createDepartment(database, '消防救援大队');
  const { hallId, counterIds } = await createHall(database, 2);
  app.get(Organisation).refresh();
  const codes = await database.query<{ id: string; code: string }>('SELECT id, code FROM department');
  const codeOf = (id: string): string => codes.find((one) => one.id === id)?.code ?? '';
  const publisher = app.get(CataloguePublisher);
  const runner = app.get(CommandRunner);
  const defined = definitions(codeOf(otherId));
  const publish = async (key: keyof ReviewWorld['items'], name: string, at: number) => {
    const code = `${CREDIT_CODE}4${String(at).padStart(12, '0')}`;
    const ids = await runner.runSystem((tx) =>
      publisher.publish(tx, { code, name, departmentCode: codeOf(leadId), definition: defined[key] }),
    );
    return { ...ids, definition: defined[key] };
  };
  const person = async ({ counterId, ...input }: StaffInput & { counterId?: string }): Promise<Member> => {
    const staff = await createStaff(database, input);
    const client = app.client();
    await client.signIn(staff.staffNo, TEST_PASSWORD, counterId);
    return { ...staff, client };
  };
  const counterId = counterIds[0];
  const clerk = await person({ roles: ['clerk'], hallId, name: '林晓雯', ...(counterId ? { counterId } : {}) });
  const accepted: ReviewWorld['accepted'] = async (item, identityNumber) => {
    serial += 1;
    const { versionId, definition } = typeof item === 'string' ? world.items[item] : item;
    const number = identityNumber ?? sampleIdentity(serial);
    const applicant = {
      kind: 'natural',
      name: `赵某${serial}`,
      identityType: 'idCard',
      identityNumber: number,
      phone: '13800138000',
    } as const;
    const sample = { form: definition.form, questions: [] } as unknown as Parameters<typeof sampleForm>[0];
    const draft = await clerk.client.api.openDraft({
      body: { itemVersionId: versionId, applicant, answers: sampleAnswers(sample), form: sampleForm(sample, serial) },
    });
    const file = new Blob([samplePdf(900)], { type: 'application/pdf' });
    const added = await clerk.client.api.addMaterialFile(
      { params: { id: draft.id, code: 'form' }, query: { verdict: 'qualified' } },
      { file, fileName: 'form.pdf' },
    );
    return await clerk.client.api.acceptCase({ params: { id: draft.id }, body: { expectedVersion: added.version } });
  };
  const itemWith: ReviewWorld['itemWith'] = async (steps, more = {}) => {
    const own = steps.map((one) => ({ ...one, departmentCode: one.departmentCode.replace('{other}', codeOf(otherId)) }));
    const written = { ...defined.plain, ...more, route: { steps: own } };
    const code = `${CREDIT_CODE}4${String((itemSerial += 1)).padStart(12, '0')}`;
    const input = { code, name: `测试事项 ${itemSerial}`, departmentCode: codeOf(leadId), definition: written };
    const ids = await runner.runSystem((tx) => publisher.publish(tx, input));
    return { ...ids, definition: written };
  };
  const world: ReviewWorld = Object.assign(app, {
    leadId,
    otherId,
    hallId,
    clerk,
    approver: await person({ roles: ['approver'], departmentId: leadId, name: '周启明' }),
    colleague: await person({ roles: ['approver'], departmentId: leadId, name: '谢文彬' }),
    chief: await person({ roles: ['chief', 'approver'], departmentId: leadId, name: '罗秀兰' }),
    stranger: await person({ roles: ['approver'], departmentId: otherId, name: '方志强' }),
    supervisor: await person({ roles: ['supervisor'], name: '何静' }),
    items: {
      plain: await publish('plain', '公共场所卫生许可', 1),
      parallel: await publish('parallel', '既有住宅增设电梯', 2),
      conditional: await publish('conditional', '食品经营许可', 4),
      instant: await publish('instant', '参保登记', 3),
    },
    person,
    itemWith,
    accepted,
  });
  return world;
}

/** The current task of a step. */
export function taskOf(detail: CaseDetail, stepKey: string): string {
  const found = detail.route.find((one) => one.key === stepKey)?.taskId;
  if (!found) throw new Error(`Step ${stepKey} has no task: ${JSON.stringify(detail.route.map((one) => [one.key, one.status]))}`);
  return found;
}

/** The case after the approver has claimed and completed one of its steps. */
export async function reviewed(world: ReviewWorld, id: string, stepKey = 'review'): Promise<CaseDetail> {
  const { api } = world.approver.client;
  const task = taskOf(await api.getCase({ params: { id } }), stepKey);
  const claimed = await api.claimTask({ params: { id: task } });
  await api.completeTask({ params: { id: task }, body: { expectedVersion: claimed.version, opinion: '符合条件' } });
  return await api.getCase({ params: { id } });
}
