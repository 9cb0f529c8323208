import { CASE_STATUS_LABELS, isUnderWay, shanghaiDateOf } from '@onewindow/domain';
import { Mark, Pane } from '@onewindow/ui';
import { Link } from 'react-router';
import type { ApplicantProfile } from '@onewindow/contracts';

export interface EarlierCasesProps {
  profile: ApplicantProfile | null;
  /** The item on the counter: an open case of the same may be a duplicate. */
  itemId: string;
  caseId: string;
}

/** 以往办件 of the person who stands there; closed until somebody was identified. */
export function EarlierCases({ profile, itemId, caseId }: EarlierCasesProps) {
  const earlier = profile?.earlierCases.filter((c) => c.id !== caseId) ?? [];
  if (earlier.length === 0) return null;
  const twins = earlier.filter((c) => c.itemId === itemId && isUnderWay(c.status));
  return (
    <Pane title="以往办件" words={earlier.length} trouble={twins.length > 0 ? `同事项在办 ${twins.length}` : undefined}>
      <ul className="fo-earlier">
        {earlier.map((one) => (
          <li key={one.id}>
            <span className="ow-secondary">{one.receivedAt ? shanghaiDateOf(one.receivedAt) : '未收件'}</span>
            <Link to={`/cases/${one.id}`} className="fo-earlier-name">
              {one.itemName}
            </Link>
            {twins.includes(one) ? <Mark tone="yellow" /> : null}
            <span className="ow-secondary">{CASE_STATUS_LABELS[one.status]}</span>
          </li>
        ))}
      </ul>
    </Pane>
  );
}
