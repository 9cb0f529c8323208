import { CASE_STATUS_LABELS, isUnderWay, shanghaiDateOf } from '@onewindow/domain';
import { Mark, Pane } from '@onewindow/ui';
import { Link } from 'react-router';
import type { ApplicantProfile } from '@onewindow/contracts';
import { earlierAtAGlance } from './glance-words.js';

export interface EarlierCasesProps {
  profile: ApplicantProfile | null;
  /** The item on the counter: an open case of the same may be a duplicate. */
  itemId: string;
  caseId: string;
}

/** 以往办件 of the person who stands there; closed until somebody was identified. */
export function EarlierCases({ profile, itemId, caseId }: EarlierCasesProps) {
  const earlier = profile && earlierAtAGlance(profile, { itemId, caseId });
  if (!earlier || earlier.cases.length === 0) return null;
  return (
    <Pane title="以往办件" words={earlier.all} trouble={earlier.twins > 0 ? `同事项在办 ${earlier.twins}` : undefined}>
      <ul className="fo-earlier">
        {earlier.cases.map((one) => (
          <li key={one.id}>
            <span className="ow-secondary">{one.receivedAt ? shanghaiDateOf(one.receivedAt) : '未收件'}</span>
            <Link to={`/cases/${one.id}`} className="fo-earlier-name">
              {one.itemName}
            </Link>
            {one.itemId === itemId && isUnderWay(one.status) ? <Mark tone="yellow" /> : null}
            <span className="ow-secondary">{CASE_STATUS_LABELS[one.status]}</span>
          </li>
        ))}
        {earlier.older > 0 ? <li className="ow-secondary">{`另有 ${earlier.older} 件更早的，未列出`}</li> : null}
      </ul>
    </Pane>
  );
}
