import type { CaseDetail } from '@onewindow/contracts';
import { groupCaseNo, type IsoDate } from '@onewindow/domain';
import type { Case } from '../cases/index.js';
import type { KnownVersion } from '../catalogue/index.js';

type Hindrance = CaseDetail['hindrances'][number];
type Standing = Pick<Case, 'answers' | 'placeCode' | 'applicantId' | 'agentName' | 'agentValidUntil' | 'duplicateOf' | 'duplicateReason'>;

/**
 * What hinders acceptance in who stands there: a duplicate without a reason, an agent who is announced but not entered, an authority that has ended,
 * a place that leaves open whose office decides. */
export function standingHindrances(row: Standing, { definition }: KnownVersion, today: IsoDate): Hindrance[] {
  const found: Hindrance[] = [];
  if (row.duplicateOf !== null && row.duplicateReason === null) {
    const reason = `${groupCaseNo(row.duplicateOf)} 还在办。写明再办一件的理由`;
    found.push({ kind: 'applicant', key: 'duplicate', label: '同事项在办', reason });
  }
  const announced = definition.questions.some(({ key, from }) => from === 'agent' && row.answers[key] === true);
  if (announced && row.agentName === null) found.push({ kind: 'applicant', key: 'agent', label: '代理人', reason: '未登记' });
  if (row.agentName !== null && row.agentValidUntil !== null && row.agentValidUntil < today) {
    const reason = `委托到 ${row.agentValidUntil} 为止，已过期。换交有效的委托书`;
    found.push({ kind: 'applicant', key: 'agentAuthority', label: '代理人的委托', reason });
  }
  // CrossHall: nobody knows whose office decides.
  if (definition.jurisdiction && row.applicantId !== null && row.placeCode === null) {
    found.push({ kind: 'applicant', key: 'place', label: '申请人所在区划', reason: '不清楚由哪里办理。选区划，写明依据' });
  }
  return found;
}
