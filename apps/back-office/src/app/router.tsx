import { createBrowserRouter, Link, Navigate, Outlet, useLocation, useRouteError } from 'react-router';
import { ErrorState } from '@onewindow/ui';
import { useSession } from '../features/session/session.queries.js';
import { closedPlace, placesOf } from './navigation.js';
import { BackOfficeShell } from './shell.js';

/** Every screen is a part of its own that loads when it is first opened. */
export const router = createBrowserRouter(
  [
    {
      path: '/',
      Component: BackOfficeShell,
      ErrorBoundary: BrokenScreen,
      HydrateFallback: () => null,
      children: [
        {
          Component: OpenPlace,
          // What breaks on one screen leaves the frame, and with it the way to the others.
          ErrorBoundary: BrokenScreen,
          children: [
            { index: true, Component: FirstPlace },
            { path: 'desk/:taskId?', lazy: async () => ({ Component: (await import('../features/desk/desk-page.js')).DeskPage }) },
            {
              path: 'consultations/:taskId?',
              lazy: async () => ({ Component: (await import('../features/consultations/consultations-page.js')).ConsultationsPage }),
            },
            { path: 'done/:taskId?', lazy: async () => ({ Component: (await import('../features/done/done-page.js')).DonePage }) },
            {
              path: 'clock-work',
              lazy: async () => ({ Component: (await import('../features/clock-work/clock-work-page.js')).ClockWorkPage }),
            },
            {
              path: 'department',
              lazy: async () => ({
                Component: (await import('../features/department-board/department-board-page.js')).DepartmentBoardPage,
              }),
            },
            {
              path: 'delegations',
              lazy: async () => ({ Component: (await import('../features/delegation/delegation-page.js')).DelegationPage }),
            },
            {
              path: 'supervision',
              lazy: async () => ({ Component: (await import('../features/supervision/supervision-page.js')).SupervisionPage }),
            },
            {
              path: 'acceptance',
              lazy: async () => ({ Component: (await import('../features/acceptance/acceptance-page.js')).AcceptancePage }),
            },
            {
              path: 'admin/:section?',
              lazy: async () => ({ Component: (await import('../features/administration/administration-page.js')).AdministrationPage }),
            },
            { path: 'messages', lazy: async () => ({ Component: (await import('../features/session/messages-page.js')).MessagesPage }) },
            { path: 'password', lazy: async () => ({ Component: (await import('../features/session/password-page.js')).PasswordPage }) },
            { path: '*', Component: UnknownPlace },
          ],
        },
      ],
    },
  ],
  { basename: '/back' },
);

/** Leads to the first place of the person's roles. */
function FirstPlace() {
  const session = useSession();
  const first = placesOf(session.staff.roles)[0];
  if (first) return <Navigate to={first.path} replace />;
  return (
    <div className="bo-center">
      <p>
        {session.staff.name} 的岗位在窗口办件。<a href="/front/">去窗口系统</a>
      </p>
    </div>
  );
}

/** An address that a colleague of another office passed on: told as what it is, not as lists that could not be read. */
function OpenPlace() {
  const { staff } = useSession();
  const closed = closedPlace(useLocation().pathname, staff.roles);
  if (closed === null) return <Outlet />;
  const first = placesOf(staff.roles)[0];
  return (
    <div className="bo-center">
      <p>
        {staff.name} 的岗位看不了{closed}。{first ? <Link to={first.path}>去{first.label}</Link> : <a href="/front/">去窗口系统</a>}
      </p>
    </div>
  );
}

function UnknownPlace() {
  return (
    <div className="bo-center">
      <p>
        没有这个页面。<a href="/back/">回到首页</a>
      </p>
    </div>
  );
}

/** A screen that could not be loaded or drawn: most often a new version was installed meanwhile. */
function BrokenScreen() {
  const error = useRouteError();
  const words =
    error instanceof Error && /import|fetch|module/i.test(error.message) ? '页面没有取到，可能装了新版本。' : '页面没有画出来。';
  return (
    <div className="bo-narrow">
      <ErrorState retryLabel="刷新" onRetry={() => window.location.reload()}>
        {words}草稿还在本机。
      </ErrorState>
    </div>
  );
}
