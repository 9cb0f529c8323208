import type { CaseMaterial, ItemDefinition } from '@onewindow/contracts';

type Requirement = ItemDefinition['materials'][number];

/** The materials that the one notice has to name (R2.3): required ones that are not there, and any that is faulty. */
export function materialsToSupplement(materials: readonly CaseMaterial[]): CaseMaterial[] {
  return materials.filter((m) => m.verdict === 'faulty' || (m.verdict === 'missing' && m.required));
}

/** R2.3: the notice's points, composed from the verdicts; the clerk may change the words. */
export function supplementText(materials: readonly CaseMaterial[], requirements: readonly Requirement[]): string {
  const standards = new Map(requirements.map((r) => [r.code, r.standard]));
  return materialsToSupplement(materials)
    .map((m, index) => `${index + 1}. ${m.name}：${m.verdict === 'faulty' ? faultWords(m) : missingWords(standards.get(m.code))}`)
    .join('\n');
}

function faultWords(material: CaseMaterial): string {
  return withStop(`${material.defect ?? '不符合要求'}，改正后重新提交`);
}

function missingWords(standard: string | undefined): string {
  return standard === undefined ? '未提交。' : withStop(`未提交；${standard}`);
}

function withStop(sentence: string): string {
  return /[。！？]$/.test(sentence) ? sentence : `${sentence.replace(/[，；、]$/, '')}。`;
}
