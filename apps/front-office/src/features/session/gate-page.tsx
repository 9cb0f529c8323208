import { TopBar } from '@onewindow/ui';
import type { ReactNode } from 'react';
import { useSession } from './session-context.js';

/** A page that stands before the work: the bar with who signed in, one box in the middle. */
export function GatePage({ children }: { children: ReactNode }) {
  const { staff } = useSession();
  return (
    <div className="fo-gate-page">
      <TopBar place={staff.hall?.name} />
      <main className="fo-gate-message">{children}</main>
    </div>
  );
}
