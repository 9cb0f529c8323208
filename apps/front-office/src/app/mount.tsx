import { workingYearHook } from '@onewindow/api-client';
import { OneWindowProvider, vault, WorkingYearContext } from '@onewindow/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { SessionGate } from '../features/session/index.js';
import { api } from './api.js';
import { keepAnswers } from './kept.js';
import { queryClient } from './query-client.js';
import { router } from './router.js';
import './app.css';

const useYearAtWork = workingYearHook(api);

/** Starts the clerk's application, with what an earlier page of the same session left. */
export async function mountApp(root: HTMLElement): Promise<void> {
  await vault.open();
  keepAnswers();
  createRoot(root).render(
    <StrictMode>
      <OneWindowProvider>
        <QueryClientProvider client={queryClient}>
          <SessionGate>
            <WorkingYearContext value={useYearAtWork}>
              <RouterProvider router={router} />
            </WorkingYearContext>
          </SessionGate>
        </QueryClientProvider>
      </OneWindowProvider>
    </StrictMode>,
  );
}
