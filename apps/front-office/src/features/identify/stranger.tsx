import { Mark } from '@onewindow/ui';

export interface StrangerProps {
  /** A received case keeps its applicant. */
  canReplace: boolean;
  onAgent: () => void;
  onReplace: () => void;
}

/** A card that is nobody's of this case: then they act for the applicant, or it is another applicant. */
export function Stranger({ canReplace, onAgent, onReplace }: StrangerProps) {
  return (
    <p className="fo-check fo-check-yellow fo-stranger">
      <Mark tone="yellow" />
      <span>这张证不是申请人、法定代表人或代理人的。</span>
      <button type="button" className="ow-link" onClick={onAgent}>
        登记为代理人
      </button>
      {canReplace ? (
        <button type="button" className="ow-link" onClick={onReplace}>
          换申请人
        </button>
      ) : null}
    </p>
  );
}
