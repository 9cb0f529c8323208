import { Mark } from '@onewindow/ui';

export interface StrangerProps {
  /** A received case keeps its applicant. */
  canReplace: boolean;
  /** A person may act for the applicant; a company's code names another applicant. */
  canAct: boolean;
  onAgent: () => void;
  onReplace: () => void;
}

/** A card that is nobody's of this case: then they act for the applicant, or it is another applicant. */
export function Stranger({ canReplace, canAct, onAgent, onReplace }: StrangerProps) {
  return (
    <p className="fo-check fo-check-yellow fo-stranger">
      <Mark tone="yellow" />
      <span>{canAct ? '这张证不是申请人、法定代表人或代理人的。' : '这个代码不是本件申请人的。'}</span>
      {canAct ? (
        <button type="button" className="ow-link" onClick={onAgent}>
          登记为代理人
        </button>
      ) : null}
      {canReplace ? (
        <button type="button" className="ow-link" onClick={onReplace}>
          换申请人
        </button>
      ) : null}
    </p>
  );
}
