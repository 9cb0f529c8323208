import { LIVE_BEAT, LIVE_BEAT_MS, liveMessage } from '@onewindow/contracts';

export interface LiveHandlers {
  /** Topics whose data changed. */
  onTopics: (topics: string[]) => void;
  /** After a broken line came back: anything may have changed meanwhile. */
  onReconnect: () => void;
  onState?: (connected: boolean) => void;
}

/** A line on which nothing was heard for this long is dead, whatever the browser believes: two beats and a half. */
const SILENCE_MS = LIVE_BEAT_MS * 2.5;
/** A line that broke is opened anew after this, if the browser has not done so by then. */
const REOPEN_MS = 5_000;

/** The one stream of a tab. It breaks, falls silent or is refused, and comes back by itself. */
class LiveLine {
  private source: EventSource;
  private patience: ReturnType<typeof setTimeout> | undefined;
  private wasLost = false;

  constructor(
    private readonly handlers: LiveHandlers,
    private readonly connect: () => EventSource,
  ) {
    this.source = this.opened();
    // A pulled plug closes no stream: the browser knows of it first.
    window.addEventListener('offline', this.lost);
    window.addEventListener('online', this.reopen);
  }

  readonly close = (): void => {
    clearTimeout(this.patience);
    window.removeEventListener('offline', this.lost);
    window.removeEventListener('online', this.reopen);
    this.source.close();
  };

  private opened(): EventSource {
    const source = this.connect();
    source.addEventListener('open', () => {
      this.wait(SILENCE_MS);
      this.handlers.onState?.(true);
      if (this.wasLost) this.handlers.onReconnect();
      this.wasLost = false;
    });
    source.addEventListener('error', this.lost);
    source.addEventListener(LIVE_BEAT, () => this.wait(SILENCE_MS));
    source.addEventListener('message', (event: MessageEvent<string>) => {
      this.wait(SILENCE_MS);
      const message = liveMessage.safeParse(JSON.parse(event.data));
      if (message.success) this.handlers.onTopics(message.data.topics);
    });
    this.wait(SILENCE_MS);
    return source;
  }

  private readonly lost = (): void => {
    this.wasLost = true;
    this.wait(REOPEN_MS);
    this.handlers.onState?.(false);
  };

  private readonly reopen = (): void => {
    this.source.close();
    this.wasLost = true;
    this.handlers.onState?.(false);
    this.source = this.opened();
  };

  private wait(ms: number): void {
    clearTimeout(this.patience);
    this.patience = setTimeout(this.reopen, ms);
  }
}

/**
 * Opens the one server-sent-events stream of this browser tab, and opens it anew when it broke or fell silent.
 * @param handlers called for each message and after each reconnection
 * @param connect given in by tests
 * @returns a function that closes it
 */
export function openLiveStream(handlers: LiveHandlers, connect: () => EventSource = () => new EventSource('/api/stream')): () => void {
  return new LiveLine(handlers, connect).close;
}
