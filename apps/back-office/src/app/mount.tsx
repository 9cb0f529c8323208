import { vault } from '@onewindow/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';

/** Starts the back office, with what an earlier page of the same session left. */
export async function mountApp(root: HTMLElement): Promise<void> {
  await vault.open();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
