import { describe, expect, it } from '@jest/globals';
import type { CaseDetail, CaseMaterial, DeferralView, ItemDefinition } from '@onewindow/contracts';
import { nextMissing, shortName, whatIsMissing } from './what-is-missing.js';

const material = (code: string, name: string, verdict: CaseMaterial['verdict']): CaseMaterial => ({
  code,
  name,
  required: true,
  isKey: false,
  verdict,
  defect: null,
  trustLevel: null,
  receivedAt: null,
  files: [],
});
const hindrance = (kind: CaseDetail['hindrances'][number]['kind'], key: string, label = key) => ({ kind, key, label, reason: '未填' });
const definition = {
  questions: [{ key: 'air', title: '使用集中空调', kind: 'yesNo', options: [] }],
  form: {
    type: 'object',
    properties: {
      area: { type: 'number', title: '营业面积', minimum: 1, 'x-unit': '㎡' },
      staff: { type: 'integer', title: '从业人员数' },
    },
    required: ['area', 'staff'],
  },
} as unknown as ItemDefinition;

describe('whatIsMissing', () => {
  it('names everything in the order of the screen, and tells wrong from absent', () => {
    const known = {
      materials: [
        material('form', '申请表', 'qualified'),
        material('plan', '场所方位、平面、设施图', 'faulty'),
        material('report', '检测报告', 'missing'),
      ],
      hindrances: [
        hindrance('applicant', 'applicant', '申请人'),
        hindrance('material', 'plan'),
        hindrance('material', 'report'),
        hindrance('field', 'area'),
      ],
    };
    const missing = whatIsMissing(known, definition, { answers: {}, form: { area: 0 }, today: '2026-11-21' });
    expect(missing.map((m) => [m.kind, m.label, m.isWrong])).toEqual([
      ['applicant', '申请人', false],
      ['answer', '使用集中空调', false],
      ['material', '2 平面、设施图有误', true],
      ['material', '3 检测报告未交', false],
      ['field', '营业面积', true],
      ['field', '从业人员数', false],
    ]);
  });

  it('R4.1 names a deferral that can stand no longer, at its place in the list', () => {
    const known = {
      materials: [material('form', '申请表', 'missing'), material('report', '检测报告', 'deferred')],
      hindrances: [hindrance('material', 'form')],
    };
    const about = (code: string, problem: string | null) => ({ code, actions: [], commitment: null, problem });
    const deferrals = { materials: [about('report', '额度已用满'), about('form', null)] } as unknown as DeferralView;
    const missing = whatIsMissing(known, definition, {
      deferrals,
      answers: { air: false },
      form: { area: 1, staff: 1 },
      today: '2026-11-21',
    });
    expect(missing.map(({ key, label, reason, isWrong }) => [key, label, reason, isWrong])).toEqual([
      ['form', '1 申请表未交', '未填', false],
      ['report', '2 检测报告不可容缺', '容缺：额度已用满', true],
    ]);
  });

  it('drops a field with the last key, though the server has not heard of it', () => {
    const known = { materials: [], hindrances: [hindrance('field', 'area'), hindrance('field', 'staff'), hindrance('answer', 'air')] };
    expect(whatIsMissing(known, definition, { answers: { air: false }, form: { area: 12, staff: 3 }, today: '2026-11-21' })).toEqual([]);
  });

  it('R8.2 lets a credit code stand that has its reason', () => {
    const known = { materials: [], hindrances: [] };
    const owner = { type: 'string' as const, title: '产权单位代码', format: 'creditCode' as const };
    const asked = { ...definition, form: { type: 'object', properties: { owner }, required: [] } } as ItemDefinition;
    const typed = { answers: { air: false }, form: { owner: '91350100M000100Y44' }, today: '2026-11-21' };
    expect(whatIsMissing(known, asked, typed).map(({ key }) => key)).toEqual(['owner']);
    expect(whatIsMissing(known, asked, { ...typed, overrides: { '91350100M000100Y44': '与执照一致' } })).toEqual([]);
  });

  it('does not let a case go for whom it had before while another applicant is being typed', () => {
    const known = { materials: [], hindrances: [], applicant: { identityMasked: '440***********0025' } as CaseDetail['applicant'] };
    const typed = { answers: { air: false }, form: { area: 1, staff: 1 }, today: '2026-11-21' };
    expect(whatIsMissing(known, definition, typed)).toEqual([]);
    const [first] = whatIsMissing(known, definition, { ...typed, unsettled: 'applicant' });
    expect(first).toMatchObject({ kind: 'applicant', key: 'applicant', label: '申请人没有填完' });
  });

  it('does not let a case go without the agent who is being typed', () => {
    const typed = { answers: { air: false }, form: { area: 1, staff: 1 }, today: '2026-11-21', unsettled: 'agent' as const };
    expect(whatIsMissing({ materials: [], hindrances: [] }, definition, typed)).toMatchObject([
      { kind: 'applicant', key: 'agent', label: '代理人没有填完' },
    ]);
    // The server asks for an agent already: said once.
    const asked = { kind: 'applicant' as const, key: 'agent', label: '代理人', reason: '未填' };
    expect(whatIsMissing({ materials: [], hindrances: [asked] }, definition, typed)).toHaveLength(1);
  });

  it('goes on to the next thing, and back to what was passed over', () => {
    const missing = whatIsMissing({ materials: [], hindrances: [] }, definition, { answers: {}, form: {}, today: '2026-11-21' });
    expect(nextMissing(missing)?.key).toBe('air');
    expect(nextMissing(missing, { kind: 'answer', key: 'air' })?.key).toBe('area');
    expect(nextMissing(missing, { kind: 'field', key: 'staff' })?.key).toBe('air');
    expect(nextMissing([])).toBeNull();
  });

  it.each([
    ['营业执照（副本）', '营业执照'],
    ['公共场所卫生许可申请表', '卫生许可申请表'],
    ['负责人身份证明', '负责人身份证明'],
    ['经营场所布局及操作流程图', '布局及操作流程图'],
    ['卫生检测报告', '卫生检测报告'],
  ])('shortens %s to its last words', (name, short) => {
    expect(shortName(name)).toBe(short);
  });
});
