import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ProgressPage } from './progress-page.js';

/** Starts the applicant's page alone: no antd, no session, a phone on a slow line. */
export function mountProgress(root: HTMLElement, token: string): void {
  createRoot(root).render(
    <StrictMode>
      <ProgressPage token={token} />
    </StrictMode>,
  );
}
