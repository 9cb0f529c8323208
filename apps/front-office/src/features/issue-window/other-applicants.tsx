import { Kbd, useKeys } from '@onewindow/ui';
import { NameWithNumber } from '../../app/name-with-number.js';
import type { ReadyGroup } from './ready-groups.js';

export interface OtherApplicantsProps {
  groups: readonly ReadyGroup[];
  /** How many results the search found and did not list. */
  unlisted: number;
  onChoose: (applicantId: string) => void;
}

/** One runner collects for several companies: whose results the same person may still take along, so that none is forgotten. */
export function OtherApplicants({ groups: [next, ...rest], unlisted, onChoose }: OtherApplicantsProps) {
  useKeys(next ? { F4: { label: '此人的下一位申请人', run: () => onChoose(next.applicantId) } } : {}, { title: '出件台' });
  if (!next && unlisted === 0) return null;
  return (
    <div className="fo-others" role="status">
      {next ? (
        <>
          <span className="ow-secondary">此人还可领</span>
          {[next, ...rest].map((group) => (
            <button key={group.applicantId} type="button" className="ow-link fo-other" onClick={() => onChoose(group.applicantId)}>
              <span>
                <NameWithNumber name={group.applicantName} identityMasked={group.identityMasked} short />
              </span>
              <span>{group.caseIds.length} 件</span>
              {group === next ? <Kbd keys="F4" /> : null}
            </button>
          ))}
        </>
      ) : null}
      {unlisted > 0 ? <span>件数太多，另有 {unlisted} 件没有列出。交付后再查一次。</span> : null}
    </div>
  );
}
