import { endpoints, mayCall } from '@onewindow/contracts';
import { AppShell, lastSignInWords, MessageBar, useDelayed, useLiveStream, type NavTab } from '@onewindow/ui';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { overridesQuery } from '../features/acceptance/index.js';
import { clockWorkListQuery } from '../features/clock-work/clock-work.queries.js';
import { taskCountsQuery } from '../features/desk/desk.queries.js';
import { notificationsSummaryQuery, signOut, unlock, useSession } from '../features/session/session.queries.js';
import { overviewQuery } from '../features/supervision/supervision.queries.js';
import { SESSION_KEY } from './api.js';
import { placeOfPath, placesOf } from './navigation.js';

/** The frame around every screen: places with their counts, the person, the lock, the word about a broken line. */
export function BackOfficeShell() {
  const session = useSession();
  const navigate = useNavigate();
  const location = useLocation();
  const connected = useLiveStream(session.csrfToken);
  const client = useQueryClient();
  useEffect(() => {
    // The stream of a session that has ended closes too: then it is the sign-in page's turn.
    if (!connected) void client.refetchQueries({ queryKey: SESSION_KEY });
  }, [client, connected]);
  const longDown = useDelayed(!connected, 2000);
  const tabs = useTabs();
  const { department, regionName, name } = session.staff;

  return (
    <AppShell
      tabs={tabs}
      current={placeOfPath(location.pathname)}
      onNavigate={(tab) => void navigate(tab.href.replace(/^\/back/, ''))}
      place={department?.name ?? regionName}
      personName={name}
      lastSignIn={lastSignInWords(session.lastSignIn)}
      onChangePassword={() => void navigate('/password')}
      onSignOut={() => void signOut()}
      onUnlock={unlock}
      notice={longDown ? <MessageBar kind="offline">断网。草稿已存本机，恢复后再办。列表停在断网时。</MessageBar> : undefined}
    >
      <Suspense>
        <Outlet />
      </Suspense>
    </AppShell>
  );
}

function useTabs(): NavTab[] {
  const { staff } = useSession();
  const places = placesOf(staff.roles);
  const has = (key: string) => places.some((place) => place.key === key);
  const counts = useQuery({ ...taskCountsQuery, enabled: has('desk') });
  const overview = useQuery({ ...overviewQuery('promised'), enabled: has('supervision') });
  const overrides = useInfiniteQuery({ ...overridesQuery, enabled: has('supervision') });
  // What waits for the chief's word; an approver's own requests are no work of theirs.
  const asked = useInfiniteQuery({ ...clockWorkListQuery('waiting'), enabled: mayCall(endpoints.approveProcedure, staff.roles) });
  const waiting = asked.data?.pages[0]?.counts.waiting;
  const toAnswer = overrides.data?.pages[0]?.total;
  const notifications = useQuery(notificationsSummaryQuery);
  const countOf: Partial<Record<string, number>> = {
    ...(counts.data ? { desk: counts.data.mine.all, consultations: counts.data.consultation.all } : {}),
    ...(overview.data ? { supervision: overview.data.stalled } : {}),
    ...(waiting ? { 'clock-work': waiting } : {}),
    ...(toAnswer ? { acceptance: toAnswer } : {}),
  };
  const unread = notifications.data?.unread;
  return [
    ...places.map(({ key, label, path }) => ({ key, label, href: `/back${path}`, count: countOf[key] })),
    { key: 'messages', label: '消息', href: '/back/messages', count: unread ? unread : undefined },
  ];
}
