import { endpoints, mayCall, type Session } from '@onewindow/contracts';
import { Button, ErrorState, SlowProgress, useSessionEnd } from '@onewindow/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { ChangePassword } from './change-password.js';
import { ChooseCounter } from './choose-counter.js';
import { GatePage } from './gate-page.js';
import { SessionContext, useSession } from './session-context.js';
import { sessionQuery } from './session.queries.js';
import { sessionEnd, signOut } from './sign-out.js';
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
  // Somebody else signed in, in another tab: what stands here is not theirs.
  const isOther = session !== null && held !== null && session.staff.id !== held.staff.id;
  if (session && session !== held && !isOther) setHeld(session);
  useEffect(() => {
    if (isOther) window.location.assign('/front/');
  }, [isOther]);

  useSessionEnd(session?.csrfToken ?? null, sessionEnd);

  if (query.isPending || isOther) {
    return (
      <div className="fo-gate-message">
        <div className="fo-gate-wait">
          <SlowProgress doing="正在核对登录" />
        </div>
      </div>
    );
  }
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
  if (!mayCall(endpoints.openDraft, session.staff.roles)) return <OtherPlace />;
  if (!session.counter) return <ChooseCounter />;
  return children;
}

/** Who is no clerk works elsewhere. */
function OtherPlace() {
  const { staff } = useSession();
  return (
    <GatePage>
      <section className="fo-gate-box" aria-label="岗位">
        <h1>{`${staff.name}，您的岗位不在窗口`}</h1>
        <p>窗口系统只给窗口人员用。审批、督查和管理在审批系统。</p>
        <div className="fo-gate-actions">
          <Button label="去审批系统" kind="primary" onClick={() => window.location.assign('/back/')} />
          <Button label="退出登录" onClick={() => void signOut()} />
        </div>
      </section>
    </GatePage>
  );
}
