import { workingYearHook } from '@onewindow/api-client';
import { OneWindowProvider, WorkingYearContext } from '@onewindow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { SessionGate } from '../features/session/session-gate.js';
import { api } from './api.js';
import { queryClient } from './query-client.js';
import { router } from './router.js';
import './app.css';

const useYearAtWork = workingYearHook(api);

/** The back office: theme, cache, session, then the screens. */
export function App() {
  return (
    <OneWindowProvider>
      <QueryClientProvider client={queryClient}>
        <SessionGate>
          <WorkingYearContext value={useYearAtWork}>
            <RouterProvider router={router} />
          </WorkingYearContext>
        </SessionGate>
      </QueryClientProvider>
    </OneWindowProvider>
  );
}
