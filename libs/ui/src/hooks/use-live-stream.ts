import { concerns, openLiveStream, TopicCollector } from '@onewindow/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** Screens follow at once; a burst costs one round of reads. */
const GAP_MS = 150;
/** The board of a whole region hears of everything: once a second is at once enough. */
const BOARD_GAP_MS = 1_000;
const BOARD = 'supervision';

/**
 * Keeps the one live stream open while the component is on the screen: reads anew whatever its topics concern, and everything after a line that
 * was lost.
 * @param session a new session opens a new stream
 * @returns false while the line is down
 */
export function useLiveStream(session: string): boolean {
  const client = useQueryClient();
  const [connected, setConnected] = useState(true);

  useEffect(() => {
    const invalidate = (topics: ReadonlySet<string>): void =>
      void client.invalidateQueries({ predicate: (query) => concerns(query, topics) });
    const screens = new TopicCollector(invalidate, GAP_MS);
    const board = new TopicCollector(invalidate, BOARD_GAP_MS);
    return openLiveStream({
      onTopics: (topics) => {
        screens.add(topics.filter((topic) => topic !== BOARD));
        board.add(topics.filter((topic) => topic === BOARD));
      },
      onReconnect: () => void client.invalidateQueries(),
      onState: setConnected,
    });
  }, [client, session]);

  return connected;
}
