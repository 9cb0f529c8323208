import type { CaseDetail } from '@onewindow/contracts';
import { topicOf } from '@onewindow/contracts';
import { isOpen, type IsoDate } from '@onewindow/domain';
import { CLOCK_NAMES, ClockCard, type ClockName, ClockPicture, ClockSheet, ErrorState, Paused, SkeletonRows } from '@onewindow/ui';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api } from '../../app/api.js';

type CaseClock = Exclude<ClockName, 'step'>;
const CLOCKS = ['promised', 'statutory'] as const satisfies readonly CaseClock[];

const explanationQuery = (caseId: string, clock: CaseClock) =>
  queryOptions({
    queryKey: ['clock-explanation', caseId, clock],
    queryFn: ({ signal }) => api.explainClock({ params: { id: caseId }, query: { clock } }, { signal }),
    meta: { topics: [topicOf.case(caseId)] },
  });

/** Where a case stands: its clocks and its route. Each clock opens why its date is that day, so that a clerk can tell the applicant (R1, R3.2). */
export function CaseCourse({ detail, today, children }: { detail: CaseDetail; today: IsoDate; children: ReactNode }) {
  const [shown, setShown] = useState<CaseClock | null>(null);
  const limits = { promised: detail.promisedLimit, statutory: detail.statutoryLimit } as const satisfies Record<CaseClock, number | null>;
  const known = CLOCKS.filter((name) => detail.clocks[name] !== null);
  return (
    <div className="fo-case-frame">
      <div className="fo-case-course">
        {isOpen(detail.status) ? (
          <div className="fo-case-clocks">
            {CLOCKS.map((name) => (
              <ClockCard
                key={name}
                label={CLOCK_NAMES[name]}
                clock={detail.clocks[name]}
                {...(limits[name] === null ? {} : { none: '受理后起算' })}
                paused={detail.paused !== null}
                stopped={detail.decision !== null}
                today={today}
                open={shown === name}
                onOpen={() => setShown(shown === name ? null : name)}
              />
            ))}
            {detail.paused ? <Paused pause={detail.paused} today={today} /> : null}
          </div>
        ) : null}
        {children}
      </div>
      {shown === null ? null : (
        <Explanation
          caseId={detail.id}
          clock={shown}
          stopped={detail.decision !== null}
          clocks={known}
          onClock={setShown}
          onClose={() => setShown(null)}
        />
      )}
    </div>
  );
}

interface ExplanationProps {
  caseId: string;
  clock: CaseClock;
  stopped: boolean;
  clocks: readonly CaseClock[];
  onClock: (clock: CaseClock) => void;
  onClose: () => void;
}

function Explanation({ caseId, clock, stopped, clocks, onClock, onClose }: ExplanationProps) {
  const query = useQuery(explanationQuery(caseId, clock));
  return (
    <ClockSheet
      align="left"
      clock={clock}
      clocks={clocks}
      onClock={(next) => (next === 'step' ? undefined : onClock(next))}
      onClose={onClose}
    >
      {query.isPending ? <SkeletonRows rows={5} blocks={0} label="期限怎么算的" /> : null}
      {query.error ? <ErrorState onRetry={() => void query.refetch()}>没有取到期限的算法。</ErrorState> : null}
      {query.data ? <ClockPicture label={`${CLOCK_NAMES[clock]}期限`} clock={query.data} stopped={stopped} /> : null}
    </ClockSheet>
  );
}
