import { problemOf } from '@onewindow/api-client';
import type { CaseDetail } from '@onewindow/contracts';
import { shanghaiDateOf } from '@onewindow/domain';
import { CaseMarks, CaseStatusTag, ErrorState, formatCaseNo, routeNodes, RoutePicture, SkeletonRows, useNow } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { NameWithNumber } from '../../app/name-with-number.js';
import { BundlePane } from '../bundles/index.js';
import { caseQuery } from '../counter/index.js';
import { CaseActions } from './case-actions.js';
import { CaseCourse } from './case-course.js';
import { CasePapers } from './case-papers.js';
import { CaseStory } from './case-story.js';

/** One case with everything that is known of it: where it stands, its clocks, its papers, and the story from the first day. */
export function CaseDetailPane({ caseId }: { caseId: string }) {
  const query = useQuery(caseQuery(caseId));
  const today = shanghaiDateOf(useNow());
  if (query.isPending) return <SkeletonRows rows={10} label="办件" />;
  if (!query.data) return <ErrorState onRetry={() => void query.refetch()}>{problemOf(query.error).message}</ErrorState>;
  const detail = query.data;
  return (
    <>
      <div className="fo-head">
        <div className="fo-head-names">
          <h1>{detail.itemName}</h1>
          <CaseStatusTag status={detail.status} />
          <CaseMarks {...detail} />
          <span className="ow-number">{detail.caseNo ? formatCaseNo(detail.caseNo) : '未编号'}</span>
          <span>
            <NameWithNumber name={detail.applicantName} identityMasked={detail.applicantIdentityMasked} />
          </span>
          <span className="ow-secondary">{`${detail.hall.name}·${detail.department.name}`}</span>
        </div>
        <CaseActions detail={detail} />
      </div>
      <CaseCourse detail={detail} today={today}>
        <RoutePicture nodes={routeNodes(detail, 'hall', today)} />
      </CaseCourse>
      <EndWords detail={detail} />
      <div className="fo-case-body">
        {detail.bundle ? (
          <div className="fo-case-left">
            <BundlePane bundle={detail.bundle} />
            <CaseStory caseId={caseId} />
          </div>
        ) : (
          <CaseStory caseId={caseId} />
        )}
        <CasePapers detail={detail} />
      </div>
    </>
  );
}

/** Why it ended, where it ended otherwise than by its result. */
function EndWords({ detail }: { detail: CaseDetail }) {
  const words = detail.endReason ?? (detail.decision === 'deny' ? detail.decisionReason : null);
  if (!words) return null;
  return <p className="fo-case-end">{`理由：${words}`}</p>;
}
