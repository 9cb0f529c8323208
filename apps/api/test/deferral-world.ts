import type { ItemDefinitionInput } from '@onewindow/contracts';
import type { CreditGrade, IsoDate } from '@onewindow/domain';
import { GradeBook } from '../src/credit/index.js';
import { CommandRunner } from '../src/platform/index.js';
import { type HallAtWork, handIn, openHall, person, publishItem, SHOP_FORM, SHOP_PERMIT } from './hall-factory.js';
import type { TestApp } from './start-app.js';
import type { TestClient } from './test-client.js';

const material = (code: string, name: string, more: object = {}) => ({
  code,
  name,
  kind: 'document' as const,
  necessity: 'required' as const,
  isKey: false,
  medium: 'original' as const,
  copies: 1,
  source: '申请人自备',
  standard: '填写完整',
  reviewPoints: [],
  ...more,
});

/** Six required papers, a seventh when the answers ask for it: grade A may defer one of six, two of seven. */
export const POOL_PERMIT: ItemDefinitionInput = {
  ...SHOP_PERMIT,
  allowsDeferral: true,
  allowsCommitment: true,
  materials: [
    material('application', '申请表', { isKey: true }),
    material('identity', '身份证明'),
    material('plan', '平面图', { isKey: true }),
    material('report', '检测报告'),
    material('rules', '卫生制度', { commitment: '已建立卫生管理制度并执行' }),
    material('health', '健康证明'),
    material('airReport', '集中空调检测报告', { necessity: 'conditional', when: { question: 'air', equals: true } }),
    material('letter', '委托书', { necessity: 'optional' }),
  ],
};

/** A hall whose item lets papers follow. */
export interface DeferralHall extends HallAtWork {
  readonly pool: { itemId: string; versionId: string };
  /** Grades a person (`person(who)`), as the bureau's file would. */
  grade(who: number, grade: CreditGrade, on?: IsoDate): Promise<void>;
  /** A draft of the item, with these papers handed in and good. */
  draft(
    who: number,
    papers?: readonly string[],
    options?: { client?: TestClient; air?: boolean },
  ): Promise<{ id: string; version: number }>;
  /** Accepted on the test's day with the health certificate to follow. */
  deferred(who: number, dueOn?: IsoDate, client?: TestClient): Promise<{ id: string; version: number }>;
}

export const ALL_BUT_HEALTH = ['application', 'identity', 'plan', 'report', 'rules'] as const;

export async function openDeferralHall(app: TestApp): Promise<DeferralHall> {
  const hall = await openHall(app);
  const pool = await publishItem(app, { departmentCode: hall.departmentCode, name: '游泳场所卫生许可', definition: POOL_PERMIT });
  const grade: DeferralHall['grade'] = async (who, letter, on = '2026-01-05') => {
    const { identityType, identityNumber, name } = person(who);
    const row = { identityType, identityNumber, name, grade: letter, gradedOn: on, source: '临江区信用办' };
    await app.get(CommandRunner).runSystem((tx) => app.get(GradeBook).record(tx, [row]));
  };
  const half = { ...hall, pool, grade };
  return {
    ...half,
    draft: (...asked) => draftOf(half, pool.versionId, ...asked),
    deferred: (...asked) => promiseHealth(half, pool.versionId, ...asked),
  };
}

type Half = Omit<DeferralHall, 'draft' | 'deferred'>;

async function draftOf(
  hall: Half,
  itemVersionId: string,
  who: number,
  papers: readonly string[] = ALL_BUT_HEALTH,
  { client = hall.clerk, air = false }: { client?: TestClient; air?: boolean } = {},
) {
  const opened = await client.api.openDraft({
    body: { itemVersionId, applicant: person(who), answers: { place: 'bath', air }, form: SHOP_FORM },
  });
  let { version } = opened;
  for (const code of papers) ({ version } = await handIn(client, opened.id, code));
  return { id: opened.id, version };
}

/** An accepted case of this version whose health certificate follows. */
export async function promiseHealth(hall: Half, itemVersionId: string, who: number, dueOn?: IsoDate, client = hall.clerk) {
  await hall.grade(who, 'A');
  const { id } = await draftOf(hall, itemVersionId, who, ALL_BUT_HEALTH, { client });
  const { version } = await client.api.deferMaterial({ params: { id, code: 'health' }, body: { ...(dueOn ? { dueOn } : {}) } });
  const accepted = await client.api.acceptCase({ params: { id }, body: { expectedVersion: version } });
  return { id, version: accepted.version };
}
