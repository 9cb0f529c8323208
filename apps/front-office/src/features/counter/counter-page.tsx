import { isBeforeAcceptance } from '@onewindow/domain';
import { ErrorState, SkeletonRows } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { CounterDesk } from './counter-desk.js';
import { itemVersionQuery } from './counter.queries.js';
import { Strip } from './item-strip.js';
import { OtherTab } from './other-tab.js';
import { useCounterCase } from './use-counter-case.js';
import './counter.css';
import './checklist.css';

/** 受理台 with one case on it. */
export function CounterPage() {
  const { caseId = '' } = useParams();
  const own = useCounterCase(caseId);
  const version = useQuery({ ...itemVersionQuery(own.detail?.itemVersionId ?? ''), enabled: own.detail !== null });
  if (own.problem && !own.detail) {
    return (
      <div className="fo-gate-message">
        <ErrorState onRetry={() => void own.reload()}>{own.problem.message}</ErrorState>
      </div>
    );
  }
  if (version.isError) {
    return (
      <div className="fo-gate-message">
        <ErrorState onRetry={() => void version.refetch()}>{version.error.message}</ErrorState>
      </div>
    );
  }
  if (!own.detail || !own.writer || !version.data) {
    return (
      <>
        <Strip title={own.detail?.itemName ?? ''} />
        <SkeletonRows rows={10} label="办件" />
      </>
    );
  }
  const isElsewhere = own.isElsewhere && isBeforeAcceptance(own.detail.status);
  return (
    <OtherTab isElsewhere={isElsewhere} onTakeOver={own.takeOver}>
      <CounterDesk
        key={caseId}
        detail={own.detail}
        definition={version.data.definition}
        writer={own.writer}
        unsent={own.unsent}
        problem={own.problem}
        onReload={() => void own.reload()}
        compared={own.compared}
        onResolve={(mine) => void own.resolve(mine)}
      />
    </OtherTab>
  );
}
