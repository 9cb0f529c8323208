import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { KioskPage } from './kiosk-page.js';

/** Starts this page alone: no antd, no session. */
export function mountKiosk(root: HTMLElement, hall: string): void {
  createRoot(root).render(
    <StrictMode>
      <KioskPage hall={hall} />
    </StrictMode>,
  );
}
