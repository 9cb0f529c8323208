import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { OneWindowProvider } from '@onewindow/ui';
import { CounterPage } from './counter-page.js';
import { DeskPage } from './desk-page.js';
import { FormPage } from './form-page.js';
import { IssuePage } from './issue-page.js';
import { SignInGallery } from './sign-in-gallery.js';
import { StatesPage } from './states-page.js';
import { SupervisionPage } from './supervision-page.js';
import './gallery.css';

const PAGES: Record<string, () => ReactNode> = {
  states: StatesPage,
  counter: CounterPage,
  desk: DeskPage,
  supervision: SupervisionPage,
  issue: IssuePage,
  form: FormPage,
  'sign-in': SignInGallery,
};

const Page = PAGES[window.location.hash.slice(1)] ?? StatesPage;
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <OneWindowProvider>
      <Page />
    </OneWindowProvider>,
  );
}
window.addEventListener('hashchange', () => window.location.reload());
