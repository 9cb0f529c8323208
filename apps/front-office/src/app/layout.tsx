import { AppShell, focusFilter, lastSignInWords, type NavTab } from '@onewindow/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { followUpCountQuery } from '../features/follow-up/follow-up.queries.js';
import { readyCountQuery } from '../features/issue-window/ready.queries.js';
import { messagesQuery } from '../features/messages/messages.queries.js';
import { reroutesQuery } from '../features/reroutes/reroutes.queries.js';
import { ChangePassword, signOut, useSession } from '../features/session/index.js';
import { api } from './api.js';
import { counterWords } from './counter-words.js';
import { isReachable } from './connection.js';
import { ConnectionLine } from './connection-line.js';
import { FailedUploadLines } from './failed-upload-lines.js';
import { LeavingLine, unsentCount } from './leaving-line.js';
import { useLive } from './use-live.js';

/** The lock screen has gone from the page after this. */
const UNLOCKED_AFTER_MS = 50;

/** The frame of the clerk's screens: places with their counts, who sits where, the line to the server. */
export function Layout() {
  const session = useSession();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [changing, setChanging] = useState(false);
  const [leaving, setLeaving] = useState(false);
  useLive(session.csrfToken);
  const followUps = useQuery(followUpCountQuery);
  const ready = useQuery(readyCountQuery);
  const messages = useQuery(messagesQuery());
  const reroutes = useInfiniteQuery(reroutesQuery());

  const tabs: NavTab[] = [
    { key: 'counter', label: '受理台', href: '/front/counter' },
    { key: 'follow-up', label: '跟进', href: '/front/follow-up', count: followUps.data || undefined },
    { key: 'issue', label: '出件台', href: '/front/issue', count: ready.data || undefined },
    { key: 'cases', label: '办件查询', href: '/front/cases' },
    { key: 'reroutes', label: '改派部门', href: '/front/reroutes', count: reroutes.data?.pages[0]?.total || undefined },
    { key: 'messages', label: '消息', href: '/front/messages', count: messages.data?.unread || undefined },
  ];
  const place = session.counter ? `${session.counter.hallName}·${counterWords(session.counter)}` : '';
  const leave = async () => {
    if (unsentCount() > 0 && !(await isReachable())) setLeaving(true);
    else await signOut();
  };
  return (
    <AppShell
      tabs={tabs}
      current={pathname.split('/')[1]}
      onNavigate={(tab) => void navigate(tab.href.replace('/front', ''))}
      place={place}
      personName={session.staff.name}
      lastSignIn={lastSignInWords(session.lastSignIn)}
      onChangePassword={() => setChanging(true)}
      onSignOut={() => void leave()}
      onUnlock={async (password) => {
        await api.unlock({ body: { password } });
        // The work was hidden from the cursor; it goes back to where one begins.
        window.setTimeout(() => {
          if (document.activeElement?.matches('body, main')) focusFilter();
        }, UNLOCKED_AFTER_MS);
      }}
      notice={
        <>
          <ConnectionLine />
          <FailedUploadLines onOpen={(caseId) => void navigate(`/counter/${caseId}`)} />
          {leaving ? <LeavingLine onStay={() => setLeaving(false)} onLeave={() => void signOut()} /> : null}
        </>
      }
    >
      {changing ? <ChangePassword onClose={() => setChanging(false)} /> : <Outlet />}
    </AppShell>
  );
}
