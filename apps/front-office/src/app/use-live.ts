import { concerns, openLiveStream, TopicCollector } from '@onewindow/api-client';
import { useEffect } from 'react';
import { setConnected } from './connection.js';
import { queryClient } from './query-client.js';

/** Bursts of events within this cost one round of reads. */
const GATHER_MS = 150;
/** A stream that the browser gave up (a proxy's error page) is opened anew after this. */
const REOPEN_MS = 5000;

const rereadAll = () => void queryClient.invalidateQueries();

/**
 * Keeps what is on the screen true: reads anew whatever a live topic concerns, and everything after a broken line.
 * @param sessionToken a new session opens a new stream
 */
export function useLive(sessionToken: string): void {
  useEffect(() => {
    const collector = new TopicCollector(
      (topics) => void queryClient.invalidateQueries({ predicate: (query) => concerns(query, topics) }),
      GATHER_MS,
    );
    let isUp = false;
    let wasUp = false;
    const open = () =>
      openLiveStream({
        onTopics: (topics) => collector.add(topics),
        onReconnect: rereadAll,
        onState: (up) => {
          isUp = up;
          setConnected(up);
          // A stream opened by us knows nothing of the time before it.
          if (up && wasUp) rereadAll();
          if (up) wasUp = true;
        },
      });
    let close = open();
    const timer = window.setInterval(() => {
      if (isUp) return;
      close();
      close = open();
    }, REOPEN_MS);
    return () => {
      window.clearInterval(timer);
      close();
    };
  }, [sessionToken]);
}
