import type { CaseMaterial, DeferralView } from '@onewindow/contracts';

type Known = Pick<DeferralView, 'credit' | 'itemAllows' | 'required' | 'quota'>;

/** Beside the grade: what it lets follow, 可容缺 30%，6 份取 1, or why nothing may. */
export function creditWords({ credit, itemAllows, required, quota }: Known): string {
  if (credit === null) return '';
  if (credit.deferralClosed) return '不可容缺：上次承诺未兑现';
  if (!itemAllows) return '本事项不容缺';
  if (credit.percent === 0) return '不可容缺';
  return quota === 0 ? `可容缺 ${credit.percent}%，${required} 份取 0` : `可容缺 ${credit.percent}%，${required} 份取 ${quota}`;
}

/** Does an own fact close deferral, whatever the number of papers: the grade, or an unkept promise (R4.1, R4.4)? */
export function isBarred({ credit }: Pick<DeferralView, 'credit'>): boolean {
  return credit !== null && (credit.deferralClosed || credit.percent === 0);
}

/** The server's word on one action of one material. */
export function actionOn(view: DeferralView | undefined, code: string, action: 'defer' | 'promise') {
  return view?.materials.find((one) => one.code === code)?.actions.find((one) => one.action === action);
}

/** Before the verdict: 11-05 前补齐; null for a material that is here or missing. */
export function deferralFacts({ verdict, dueOn }: Pick<CaseMaterial, 'verdict' | 'dueOn'>): string | null {
  if (verdict === 'promised') return '以承诺代替';
  return verdict === 'deferred' && dueOn ? `${dueOn.slice(5)} 前补齐` : null;
}

/** Beside the decision: 容缺 1 份，11-05 前补齐; the nearest day of several. */
export function deferredWords(materials: readonly Pick<CaseMaterial, 'verdict' | 'dueOn'>[]): string {
  const days = materials.flatMap(({ verdict, dueOn }) => (verdict === 'deferred' && dueOn ? [dueOn] : [])).sort();
  return days[0] === undefined ? '' : `容缺 ${days.length} 份，${days[0].slice(5)} 前补齐`;
}
