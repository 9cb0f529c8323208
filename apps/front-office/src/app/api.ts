import { createApiClient } from '@onewindow/api-client';
import type { Session } from '@onewindow/contracts';
import { vault } from '@onewindow/ui';
import { doubtingFetch } from './doubting-fetch.js';
import { queryClient } from './query-client.js';

/** Key of the session in the query cache; null data means signed out. */
export const SESSION_KEY = ['session'] as const;

/** The session as last heard, or null. */
export const currentSession = (): Session | null => queryClient.getQueryData<Session | null>(SESSION_KEY) ?? null;

const settings = {
  csrfToken: () => currentSession()?.csrfToken ?? null,
  onSignedOut: () => {
    void vault.hold();
    queryClient.setQueryData(SESSION_KEY, null);
  },
};

/** The one client of this application. A 401 anywhere brings the sign-in page back; the address and the drafts stay. */
export const api = createApiClient({ ...settings, fetch: doubtingFetch });

/** Ends the session of this token, also where the screen shows none. */
export const signOutOf = (csrfToken: string) => createApiClient({ csrfToken: () => csrfToken, fetch: doubtingFetch }).signOut();

/** The same client over another transport, such as an upload that tells its progress. */
export const apiOver = (transport: typeof fetch) => createApiClient({ ...settings, fetch: transport });
