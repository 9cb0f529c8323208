import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { DisplayPage } from './display-page.js';

/** Starts the wall display alone: no antd, no session. */
export function mountDisplay(root: HTMLElement, hall: string): void {
  createRoot(root).render(
    <StrictMode>
      <DisplayPage hall={hall} />
    </StrictMode>,
  );
}
