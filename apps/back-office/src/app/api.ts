import { createApiClient } from '@onewindow/api-client';
import type { Session } from '@onewindow/contracts';
import { vault } from '@onewindow/ui';
import { queryClient } from './query-client.js';

/** Key of the session in the query cache; null data means signed out. */
export const SESSION_KEY = ['session'] as const;

const currentSession = () => queryClient.getQueryData<Session | null>(SESSION_KEY) ?? null;

/** For the few requests that do not go through the client: PDFs that are made for one look. */
export const currentCsrfToken = () => currentSession()?.csrfToken ?? null;

/** Ends the session of this token, also where the screen shows none. */
export const signOutOf = (csrfToken: string) => createApiClient({ csrfToken: () => csrfToken }).signOut();

/** The one client of this application. A 401 anywhere brings the sign-in page back; the address and the drafts stay. */
export const api = createApiClient({
  csrfToken: currentCsrfToken,
  onSignedOut: () => {
    void vault.hold();
    queryClient.setQueryData(SESSION_KEY, null);
  },
});
