import type { ItemDefinitionInput } from '@onewindow/contracts';
import { SHOP_PERMIT } from './hall-factory.js';

/** SHOP_PERMIT with papers that are kept: rules of the house (original), a plan (copy), a report that holds six months. */
export const KEPT: ItemDefinitionInput = {
  ...SHOP_PERMIT,
  questions: [],
  materials: [
    ...SHOP_PERMIT.materials.slice(0, 1),
    ...[
      { code: 'rules', name: '卫生管理制度', libraryKey: 'hygiene-rules' },
      { code: 'plan', name: '平面布局图', libraryKey: 'floor-plan', medium: 'copy' as const, kind: 'drawing' as const },
      { code: 'report', name: '检测报告', libraryKey: 'hygiene-report', validMonths: 6, kind: 'report' as const },
      { code: 'pledge', name: '承诺书', libraryKey: 'pledge', kind: 'commitment' as const },
      { code: 'card', name: '身份证明', licenceType: 'id-card', kind: 'identity' as const, medium: 'electronic' as const },
    ].map((more) => ({
      ...{ kind: 'document' as const, necessity: 'optional' as const, isKey: false, medium: 'original' as const, copies: 1 },
      ...{ source: '申请人自备', standard: '填写完整', reviewPoints: [] },
      ...more,
    })),
  ],
};
