import type { CaseDetail, ItemDefinitionInput } from '@onewindow/contracts';
import { type HallAtWork, handIn, openHall, person, publishItem, SHOP_PERMIT } from './hall-factory.js';
import { createDepartment } from './people-factory.js';
import { SIGNATURE } from './result-world.js';
import { startApp, type TestApp } from './start-app.js';
import type { TestClient } from './test-client.js';

type Children = NonNullable<ItemDefinitionInput['bundle']>['children'];
type Field = ItemDefinitionInput['form']['properties'][string];

const COMPANY: Field = { type: 'string', title: '公司名称', maxLength: 60, 'x-meaning': 'company.name' };
const PHONE: Field = { type: 'string', title: '联系电话', format: 'phone' };
const paper = (code: string, name: string) => ({ ...SHOP_PERMIT.materials[1], code, name, kind: 'document' }) as never;

/** A department of the bundle with somebody who reviews, makes results and decides. */
export interface BundleDesk {
  readonly code: string;
  readonly officer: TestClient;
}

/** A bundle of four: licence first; then seal (if wanted) and invoice; a card after the seal. */
export class BundleWorld {
  private constructor(
    readonly app: TestApp,
    readonly hall: HallAtWork,
    readonly versionId: string,
    readonly desks: Readonly<Record<'licence' | 'seal' | 'invoice' | 'card', BundleDesk>>,
    readonly supervisor: TestClient,
    readonly childVersionId: string,
    readonly childCode: string,
  ) {}

  static async start(app?: TestApp): Promise<BundleWorld> {
    const running = app ?? (await startApp());
    const hall = await openHall(running);
    const desk = async (name: string): Promise<BundleDesk> => {
      const departmentId = await createDepartment(running.database, name);
      const [found] = await running.database.query<{ code: string }>('SELECT code FROM department WHERE id = $1', [departmentId]);
      return { code: found?.code ?? '', officer: await hall.staff(['approver', 'chief'], { departmentId }) };
    };
    const [licence, seal, invoice, card] = [await desk('市场监管局'), await desk('公安分局'), await desk('税务局'), await desk('人社局')];
    const publish = (name: string, { code }: BundleDesk, more: Partial<ItemDefinitionInput>) =>
      publishItem(running, { name, departmentCode: code, definition: childItem(name, more) });
    const licences = await publish('设立登记', licence, {
      form: form({ company: COMPANY, phone: PHONE, capital: { type: 'integer', title: '资本', minimum: 1 } }),
      materials: [paper('charter', '章程'), paper('premises', '住所证明')],
      result: { ...SHOP_PERMIT.result, name: '营业执照', electronic: false, fields: [], numberPrefix: '照字' },
    });
    const seals = await publish('刻章备案', seal, {
      form: form({ firm: COMPANY, phone: PHONE, manager: { type: 'string', title: '经办人证件号', format: 'identity' } }),
    });
    const invoices = await publish('发票申领', invoice, {
      form: form({ company: COMPANY, manager: { type: 'string', title: '办税人', maxLength: 40 } }),
      materials: [paper('premises', '住所证明')],
      specialProcedures: [{ kind: 'correction', basis: '发票申领办事指南：补正时间不计入承诺时限', usualDays: 5 }],
    });
    const cards = await publish('印鉴卡', card, { form: form({ firm: COMPANY }) });
    const children: Children = [
      { key: 'licence', itemCode: licences.code },
      { key: 'seal', itemCode: seals.code, after: ['licence'], when: { question: 'seal', equals: true } },
      { key: 'invoice', itemCode: invoices.code, after: ['licence'] },
      { key: 'card', itemCode: cards.code, after: ['seal'], when: { question: 'seal', equals: true } },
    ];
    const bundle = await publishItem(running, { name: '企业开办', departmentCode: licence.code, definition: bundleItem(children) });
    const supervisor = await hall.staff(['supervisor']);
    return new BundleWorld(
      running,
      hall,
      bundle.versionId,
      { licence, seal, invoice, card },
      supervisor,
      licences.versionId,
      licences.code,
    );
  }

  /** A draft with its form and every paper. */
  async draft(who: number, seal = true): Promise<CaseDetail> {
    const { clerk } = this.hall;
    const draft = await clerk.api.openDraft({
      body: {
        itemVersionId: this.versionId,
        applicant: person(who),
        answers: { seal },
        form: {
          company: `临江${who}号商贸`,
          phone: '13800138021',
          capital: 100,
          ...(seal ? { manager: person(who).identityNumber } : {}),
          invoiceManager: '陈会计',
        },
      },
    });
    for (const { code } of draft.materials) await handIn(clerk, draft.id, code);
    return await clerk.api.getCase({ params: { id: draft.id } });
  }

  async accepted(who: number, seal = true): Promise<CaseDetail> {
    const { id, version } = await this.draft(who, seal);
    return await this.hall.clerk.api.acceptCase({ params: { id }, body: { expectedVersion: version } });
  }

  /** The child's case as its own department sees it. */
  async child(parentId: string, key: keyof BundleWorld['desks']): Promise<CaseDetail> {
    const { bundle } = await this.parent(parentId);
    const id = bundle?.children.find((one) => one.key === key)?.caseId ?? '';
    return await this.desks[key].officer.api.getCase({ params: { id } });
  }

  parent(id: string): Promise<CaseDetail> {
    return this.hall.clerk.api.getCase({ params: { id } });
  }

  /** Reviews and decides a child; a result on paper is brought to the window unless there is no place. Nobody has followed yet. `isClaimed`: the review is in the officer's hand already. */
  async decide(
    parentId: string,
    key: keyof BundleWorld['desks'],
    decision: 'grant' | 'deny' = 'grant',
    place: string | null = 'B 柜 12 格',
    isClaimed = false,
  ): Promise<void> {
    const { officer } = this.desks[key];
    const { id, route } = await this.child(parentId, key);
    const review = route.find((step) => step.key === 'review')?.taskId ?? '';
    const claimed = isClaimed
      ? await officer.api.getTask({ params: { id: review } })
      : await officer.api.claimTask({ params: { id: review } });
    await officer.api.completeTask({ params: { id: review }, body: { expectedVersion: claimed.version, opinion: '同意' } });
    const { version } = await officer.api.getCase({ params: { id } });
    const body = { expectedVersion: version, decision, ...(decision === 'deny' ? { reason: '不符合规定条件' } : {}) };
    const decided = await officer.api.decideCase({ params: { id }, body });
    if (decided.status !== 'decided' || place === null) return;
    await officer.api.issueResult({ params: { id }, body: { expectedVersion: decided.version, place } });
  }

  async states(parentId: string): Promise<Record<string, string | null>> {
    const { bundle } = await this.parent(parentId);
    return Object.fromEntries(bundle?.children.map((one) => [one.key, one.state]) ?? []);
  }

  collector(who: number) {
    const { name, identityNumber } = person(who);
    return { relation: 'self' as const, name, identityNumber, identityChecked: true as const, signaturePng: SIGNATURE };
  }
}

function form(properties: Record<string, Field>): ItemDefinitionInput['form'] {
  return { type: 'object', properties, required: Object.keys(properties) };
}

/** A small item that is taken inside bundles alone. */
export function childItem(name: string, more: Partial<ItemDefinitionInput> = {}): ItemDefinitionInput {
  return {
    ...SHOP_PERMIT,
    statutoryLimit: null,
    promisedLimit: 2,
    extensionLimit: 0,
    questions: [],
    materials: [paper('identity', '身份证明')],
    subjectField: null,
    result: { name: `${name}凭证`, kind: 'certificate', electronic: true, validYears: null, numberPrefix: `${name}字`, fields: [] },
    scope: 'region',
    onlyInBundle: true,
    ...more,
  };
}

export function bundleItem(children: Children, more: Partial<ItemDefinitionInput> = {}): ItemDefinitionInput {
  return {
    ...childItem('企业开办'),
    kind: 'bundle',
    promisedLimit: 5,
    questions: [{ key: 'seal', title: '同时刻章', kind: 'yesNo', options: [], default: true }],
    materials: [paper('application', '申请书')],
    form: { type: 'object', properties: {}, required: [] },
    subjectField: 'company',
    route: { steps: [] },
    onlyInBundle: undefined,
    bundle: { children },
    ...more,
  };
}
