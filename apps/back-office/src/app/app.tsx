import { OneWindowProvider } from '@onewindow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import { SessionGate } from '../features/session/session-gate.js';
import { queryClient } from './query-client.js';
import { router } from './router.js';
import './app.css';

/** The back office: theme, cache, session, then the screens. */
export function App() {
  return (
    <OneWindowProvider>
      <QueryClientProvider client={queryClient}>
        <SessionGate>
          <RouterProvider router={router} />
        </SessionGate>
      </QueryClientProvider>
    </OneWindowProvider>
  );
}
