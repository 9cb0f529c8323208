import type { Session } from '@onewindow/contracts';
import { ErrorState, SlowProgress } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ChangePassword } from './change-password.js';
import { ChooseCounter } from './choose-counter.js';
import { SessionContext } from './session-context.js';
import { sessionQuery } from './session.queries.js';
import { SignIn } from './sign-in.js';
import './session.css';

/**
 * Lets in who is signed in. A session that ends in the middle of the work puts the sign-in page over it: the same person goes on where
 * they were, with everything typed still there; another person begins anew.
 */
export function SessionGate({ children }: { children: ReactNode }) {
  const query = useQuery(sessionQuery());
  const session = query.data ?? null;
  const [held, setHeld] = useState<Session | null>(null);
  if (session && session !== held) setHeld(session);

  if (query.isPending) return <SlowProgress doing="正在核对登录" />;
  if (query.isError && !held) {
    return (
      <div className="fo-gate-message">
        <ErrorState onRetry={() => void query.refetch()}>{query.error.message}</ErrorState>
      </div>
    );
  }
  const person = session ?? held;
  return (
    <>
      {person ? (
        <div inert={!session} className={session ? 'fo-gate' : 'fo-gate fo-gate-behind'}>
          <SessionContext value={person}>
            <Entrance session={person}>{children}</Entrance>
          </SessionContext>
        </div>
      ) : null}
      {session ? null : <SignIn interrupted={held} />}
    </>
  );
}

/** What has to be settled before the work: a password of one's own, and a counter. */
function Entrance({ session, children }: { session: Session; children: ReactNode }) {
  if (session.staff.mustChangePassword) return <ChangePassword forced />;
  if (!session.counter) return <ChooseCounter />;
  return children;
}
