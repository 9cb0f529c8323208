import { concerns, openLiveStream, TopicCollector } from '@onewindow/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { SESSION_KEY } from './api.js';

/** Inboxes follow at once; a burst costs one round of reads. */
const INBOX_GAP_MS = 300;
/** The board of a whole region hears of everything: once a second is at once enough. */
const BOARD_GAP_MS = 1000;
/** A stream that the server answered with an error does not come back by itself. */
const REOPEN_AFTER_MS = 5000;

/**
 * Keeps the one live stream open while the component is on the screen and makes stale what its topics concern.
 * @returns false while the line is down
 */
export function useLiveStream(): boolean {
  const client = useQueryClient();
  const [connected, setConnected] = useState(true);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const invalidate = (topics: ReadonlySet<string>) => void client.invalidateQueries({ predicate: (query) => concerns(query, topics) });
    const inbox = new TopicCollector(invalidate, INBOX_GAP_MS);
    const board = new TopicCollector(invalidate, BOARD_GAP_MS);
    const close = openLiveStream({
      onTopics: (topics) => {
        inbox.add(topics.filter((topic) => topic !== 'supervision'));
        board.add(topics.filter((topic) => topic === 'supervision'));
      },
      onReconnect: () => void client.invalidateQueries({ predicate: (query) => query.meta?.topics !== undefined }),
      onState: (open) => {
        setConnected(open);
        if (open && attempt > 0) void client.invalidateQueries({ predicate: (query) => query.meta?.topics !== undefined });
      },
    });
    return close;
  }, [client, attempt]);

  useEffect(() => {
    if (connected) return;
    const timer = setTimeout(() => {
      // The stream of a session that has ended closes too: then it is the sign-in page's turn.
      void client.refetchQueries({ queryKey: SESSION_KEY });
      setAttempt((n) => n + 1);
    }, REOPEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [client, connected, attempt]);

  const online = useSyncExternalStore(subscribeOnline, () => navigator.onLine);
  return connected && online;
}

function subscribeOnline(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
