import type { Page, Request } from 'playwright-core';

/** The requests of a page that are on their way. */
export interface Underway {
  /** Comes back when none is on its way. */
  none(): Promise<void>;
}

/** Watches the requests of a page whose address matches; from now on. */
export function underway(page: Page, address: RegExp): Underway {
  const open = new Set<Request>();
  page.on('request', (request) => {
    if (address.test(request.url())) open.add(request);
  });
  const ended = (request: Request): void => void open.delete(request);
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  return {
    none: async () => {
      // What starts while one is waited for is waited for too: a set goes on to what is added to it.
      for (const request of open) {
        // Also answered when it ended a moment ago.
        await request.response().then((answer) => answer?.finished());
        open.delete(request);
      }
    },
  };
}
