import { problemOf } from '@onewindow/api-client';
import { ErrorState, formatTime, SkeletonRows, useSessionEnd } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { Fragment, lazy, Suspense, type ReactNode } from 'react';
import { problemWords } from '../../app/problem-words.js';
import { sessionEnd, sessionQuery } from './session.queries.js';
import { SignIn } from './sign-in.js';

const FirstPassword = lazy(async () => ({ default: (await import('./password-form.js')).FirstPassword }));

/** Lets nobody through without a session, nor with a first password that must be changed. The address stays as it is. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { data: session, error, isPending, refetch, errorUpdatedAt } = useQuery(sessionQuery);
  useSessionEnd(session?.csrfToken ?? null, sessionEnd);
  if (isPending) {
    return (
      <div className="bo-narrow">
        <SkeletonRows rows={6} label="会话" />
      </div>
    );
  }
  // A session that is known stays while the line is down.
  if (error && session === undefined) {
    return (
      <div className="bo-narrow">
        <ErrorState
          onRetry={() => void refetch()}
        >{`${formatTime(new Date(errorUpdatedAt))} ${problemWords(problemOf(error))}`}</ErrorState>
      </div>
    );
  }
  if (!session) return <SignIn />;
  if (session.staff.mustChangePassword) {
    return (
      <Suspense>
        <FirstPassword session={session} />
      </Suspense>
    );
  }
  // Another person begins anew, also where they signed in from another tab.
  return <Fragment key={session.staff.id}>{children}</Fragment>;
}
