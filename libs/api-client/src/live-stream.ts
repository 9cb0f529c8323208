import { liveMessage } from '@onewindow/contracts';

export interface LiveHandlers {
  /** Topics whose data changed. */
  onTopics: (topics: string[]) => void;
  /** After a broken line came back: anything may have changed meanwhile. */
  onReconnect: () => void;
  onState?: (connected: boolean) => void;
}

/**
 * Opens the one server-sent-events stream of this browser tab.
 * @param handlers called for each message and after each reconnection
 * @returns a function that closes it
 */
export function openLiveStream(handlers: LiveHandlers): () => void {
  const source = new EventSource('/api/stream');
  let broken = false;
  source.addEventListener('open', () => {
    handlers.onState?.(true);
    if (broken) handlers.onReconnect();
    broken = false;
  });
  const lost = () => {
    broken = true;
    handlers.onState?.(false);
  };
  source.addEventListener('error', lost);
  // A pulled plug closes no stream: the browser knows of it first.
  window.addEventListener('offline', lost);
  source.addEventListener('message', (event: MessageEvent<string>) => {
    const message = liveMessage.safeParse(JSON.parse(event.data));
    if (message.success) handlers.onTopics(message.data.topics);
  });
  return () => {
    window.removeEventListener('offline', lost);
    source.close();
  };
}
