import { type ApiClient, createApiClient } from '@onewindow/api-client';
import type { Session } from '@onewindow/contracts';

/** The address of the product under test. */
export function origin(): string {
  const value = process.env.ONEWINDOW_ORIGIN;
  if (!value) throw new Error('The product is not running: the global set-up starts it');
  return value;
}

/** A signed-in person over the API: prepares what a journey starts from, and looks behind the screens. */
export interface Person {
  readonly api: ApiClient;
  readonly session: Session;
}

/** Keeps one cookie, as a browser would. */
function fetchWithCookie(base: string): typeof fetch {
  let cookie = '';
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    if (cookie) headers.set('cookie', cookie);
    headers.set('origin', base);
    const answer = await fetch(input, { ...init, headers });
    const set = answer.headers.getSetCookie()[0];
    if (set) cookie = set.split(';')[0] ?? '';
    return answer;
  };
}

/** Signs in over the API. @param counterNumber of the person's hall, for clerks */
export async function signIn(staffNo: string, password: string, options: { base?: string; counterNumber?: number } = {}): Promise<Person> {
  const base = options.base ?? origin();
  let csrf: string | null = null;
  const api = createApiClient({ baseUrl: base, csrfToken: () => csrf, fetch: fetchWithCookie(base) });
  let session = await api.signIn({ body: { name: staffNo, password } });
  csrf = session.csrfToken;
  const hall = session.staff.hall;
  if (options.counterNumber !== undefined && hall) {
    const { counters } = await api.signInPage();
    const counter = counters.find((one) => one.hallId === hall.id && one.number === options.counterNumber);
    if (!counter) throw new Error(`${hall.name} has no counter ${options.counterNumber}`);
    session = await api.chooseCounter({ body: { counterId: counter.id } });
    csrf = session.csrfToken;
  }
  return { api, session };
}
