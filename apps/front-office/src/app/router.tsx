import { SlowProgress } from '@onewindow/ui';
import { createBrowserRouter, Navigate } from 'react-router';
import { Broken } from './broken.js';
import { Layout } from './layout.js';

/** While the first screen's chunk is on its way. */
function Opening() {
  return <SlowProgress doing="正在打开" />;
}

/** Every screen is a chunk of its own; the counter's comes at once because clerks begin there. */
export const router = createBrowserRouter(
  [
    {
      element: <Layout />,
      errorElement: <Broken />,
      hydrateFallbackElement: <Opening />,
      children: [
        { index: true, element: <Navigate to="/counter" replace /> },
        {
          path: 'counter',
          lazy: async () => ({ Component: (await import('../features/counter/counter-start-page.js')).CounterStartPage }),
        },
        { path: 'counter/:caseId', lazy: async () => ({ Component: (await import('../features/counter/counter-page.js')).CounterPage }) },
        { path: 'follow-up', lazy: async () => ({ Component: (await import('../features/follow-up/follow-up-page.js')).FollowUpPage }) },
        { path: 'outage', lazy: async () => ({ Component: (await import('../features/outage/outage-page.js')).OutagePage }) },
        { path: 'issue', lazy: async () => ({ Component: (await import('../features/issue-window/issue-page.js')).IssuePage }) },
        { path: 'cases', lazy: async () => ({ Component: (await import('../features/case-search/case-search-page.js')).CaseSearchPage }) },
        {
          path: 'cases/:caseId',
          lazy: async () => ({ Component: (await import('../features/case-search/case-search-page.js')).CaseSearchPage }),
        },
        { path: 'reroutes', lazy: async () => ({ Component: (await import('../features/reroutes/reroutes-page.js')).ReroutesPage }) },
        { path: 'messages', lazy: async () => ({ Component: (await import('../features/messages/messages-page.js')).MessagesPage }) },
        { path: '*', element: <Broken /> },
      ],
    },
  ],
  { basename: '/front' },
);
