import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { WaitingPage } from './waiting-page.js';

/** Starts this page alone: no antd, no session. */
export function mountWaiting(root: HTMLElement, token: string): void {
  createRoot(root).render(
    <StrictMode>
      <WaitingPage token={token} />
    </StrictMode>,
  );
}
