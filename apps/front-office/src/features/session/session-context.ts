import type { Session } from '@onewindow/contracts';
import { createContext, useContext } from 'react';

/** The signed-in person, for everything inside the session gate. */
export const SessionContext = createContext<Session | null>(null);

/** The signed-in person. Throws outside of the session gate. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs <SessionGate> around it.');
  return session;
}
