import type { CaseMaterial, ItemDefinition } from '@onewindow/contracts';
import { supplementPoints, supplementSentence } from '@onewindow/domain';

type Requirement = ItemDefinition['materials'][number];

/** The materials that the one notice has to name (R2.3): required ones that are not there, and any that is faulty. */
export function materialsToSupplement(materials: readonly CaseMaterial[]): CaseMaterial[] {
  return materials.filter((m) => m.verdict === 'faulty' || (m.verdict === 'missing' && m.required));
}

/** R2.3: the notice's points as the server composes them from the verdicts; the clerk may add words of their own. */
export function supplementText(materials: readonly CaseMaterial[], requirements: readonly Requirement[]): string {
  const missing = materialsToSupplement(materials).map(({ code, name, verdict, defect }) =>
    verdict === 'faulty'
      ? { code, name, problem: 'faulty' as const, reason: defect ?? '不符合要求' }
      : { code, name, problem: 'missing' as const, reason: '未交' },
  );
  return supplementPoints(missing, (code) => requirements.find((requirement) => requirement.code === code))
    .map((point, index) => `${index + 1}. ${point.name}：${supplementSentence(point)}`)
    .join('\n');
}
