import { useCallback, useEffect, type ReactNode } from 'react';
import { useKeys } from '../keys/use-keys.js';
import { LockScreen } from './lock-screen.js';
import { PersonMenu } from './person-menu.js';
import { lockScreen, unlockScreen, useScreenLocked } from './screen-lock.js';
import { TopBar, type NavTab } from './top-bar.js';
import './app-shell.css';

/** Names the window after the page, so that two of them can be told apart in the bar of windows; the sign-in page gets its own name back. */
function useWindowTitle(words: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = words === '一窗' ? words : `${words}·一窗`;
    return () => {
      document.title = before;
    };
  }, [words]);
}

export interface AppShellProps {
  tabs: readonly NavTab[];
  current?: string | undefined;
  onNavigate?: (tab: NavTab) => void;
  place: string;
  personName: string;
  /** The person's sign-in before this one, in their menu. */
  lastSignIn?: string | null;
  onChangePassword: () => void;
  onSignOut: () => void;
  /** Checks the password against the server; throws an Error whose message is the Chinese sentence to show. */
  onUnlock: (password: string) => Promise<void>;
  /** Told when the screen is locked, e.g. to leave a record. */
  onLock?: () => void;
  /** The page's heading for screen readers; by default the label of the current tab. */
  heading?: string;
  /** A message for the whole application (no network, a new version), under the top bar. */
  notice?: ReactNode;
  children: ReactNode;
}

/** The frame of both applications: top bar, the page below it (which never scrolls itself), Ctrl+L lock screen over every tab of the browser. */
export function AppShell(props: AppShellProps) {
  const { tabs, current, onNavigate, place, personName, lastSignIn = null } = props;
  const { onChangePassword, onSignOut, onUnlock, onLock, heading, notice, children } = props;
  const locked = useScreenLocked();
  const lock = useCallback(() => {
    lockScreen();
    onLock?.();
  }, [onLock]);
  useKeys({ 'Ctrl+L': { label: '锁屏', run: lock } }, { title: '各处', scope: 'app' });
  const words = heading ?? tabs.find((tab) => tab.key === current)?.label ?? '一窗';
  useWindowTitle(locked ? '已锁屏' : words);
  return (
    <>
      <div className="ow-shell" inert={locked} aria-hidden={locked || undefined}>
        <TopBar
          tabs={tabs}
          current={current}
          place={place}
          person={
            <PersonMenu name={personName} lastSignIn={lastSignIn} onChangePassword={onChangePassword} onLock={lock} onSignOut={onSignOut} />
          }
          {...(onNavigate ? { onNavigate } : {})}
        />
        {notice ? <div className="ow-shell-notice">{notice}</div> : null}
        <main className="ow-shell-page" tabIndex={-1}>
          <h1 className="ow-visually-hidden">{words}</h1>
          {children}
        </main>
      </div>
      {locked ? (
        <LockScreen
          personName={personName}
          place={place}
          onSignOut={onSignOut}
          onUnlock={async (password) => {
            await onUnlock(password);
            unlockScreen();
          }}
        />
      ) : null}
    </>
  );
}
