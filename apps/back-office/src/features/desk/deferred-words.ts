import type { CaseMaterial } from '@onewindow/contracts';

/** R4.3: 容缺 2 份，11-17 前补齐, by the first of their days; null when nothing is to come. */
export function deferredWords(materials: readonly Pick<CaseMaterial, 'verdict' | 'dueOn'>[]): string | null {
  const deferred = materials.filter(({ verdict }) => verdict === 'deferred');
  if (deferred.length === 0) return null;
  const [first] = deferred.flatMap(({ dueOn }) => (dueOn ? [dueOn] : [])).toSorted();
  return `容缺 ${deferred.length} 份${first === undefined ? '' : `，${first.slice(5)} 前补齐`}`;
}
