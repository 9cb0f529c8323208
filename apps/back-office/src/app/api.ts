import { createApiClient, ProblemError } from '@onewindow/api-client';
import type { Session } from '@onewindow/contracts';
import { queryClient } from './query-client.js';

/** Key of the session in the query cache; null data means signed out. */
export const SESSION_KEY = ['session'] as const;

const currentSession = () => queryClient.getQueryData<Session | null>(SESSION_KEY) ?? null;

/** The one client of this application. A 401 anywhere brings the sign-in page back; the address and the drafts stay. */
export const api = createApiClient({
  csrfToken: () => currentSession()?.csrfToken ?? null,
  onSignedOut: () => queryClient.setQueryData(SESSION_KEY, null),
});

/** What to show of any rejected call: the server's problem, or one that says what broke. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  return new ProblemError({ type: 'about:blank', title: '这一步没有做成。刷新后重试。', status: 0, code: 'client.failed' });
}
