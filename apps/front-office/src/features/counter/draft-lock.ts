/** `asking` for a moment at the start; `elsewhere` while another tab writes this draft. */
export type Hold = 'asking' | 'held' | 'elsewhere';

export interface DraftLockEvents {
  /** This tab may write from now on; it does so once this has resolved. */
  onGained(): Promise<void>;
  /** Another tab asks for the draft: settle what is under way. */
  onAsked(): Promise<void>;
  /** Another tab took the draft without waiting. */
  onLost(): void;
  onHold(hold: Hold): void;
}

/** A tab that holds the draft has this long to settle before it is taken. */
export const HAND_OVER_MS = 2_000;
/** A page that was just left lets go within this. */
const ASK_MS = 250;

/** One writer for one draft among all tabs of this browser: the first that comes, until another one takes over. */
export class DraftLock {
  private readonly name: string;
  private readonly channel: BroadcastChannel;
  private waiting: AbortController | null = null;
  private letGo: (() => void) | null = null;
  private isClosed = false;

  constructor(
    private readonly caseId: string,
    private readonly events: DraftLockEvents,
    private readonly locks: LockManager = navigator.locks,
  ) {
    this.name = `ow-draft:${caseId}`;
    this.channel = new BroadcastChannel('ow-drafts');
    this.channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data === caseId && this.letGo) void this.handOver();
    };
    this.queue();
    window.setTimeout(() => {
      if (!this.letGo) this.say('elsewhere');
    }, ASK_MS);
  }

  /** Takes the draft: the other tab is asked to settle, and overtaken when it does not. */
  takeOver(): void {
    if (this.letGo || this.isClosed) return;
    this.channel.postMessage(this.caseId);
    window.setTimeout(() => {
      if (this.letGo || this.isClosed) return;
      this.waiting?.abort();
      this.request({ steal: true });
    }, HAND_OVER_MS);
  }

  close(): void {
    this.isClosed = true;
    this.channel.close();
    this.waiting?.abort();
    this.letGo?.();
  }

  private queue(): void {
    this.waiting = new AbortController();
    this.request({ signal: this.waiting.signal });
  }

  private request(options: LockOptions): void {
    this.locks
      .request(this.name, options, () => this.hold())
      .then(
        () => this.release(false),
        (error: unknown) => {
          // Given up while waiting is our own doing; a lock that was held has been taken.
          if (this.letGo && error instanceof DOMException) this.release(true);
        },
      );
  }

  private async hold(): Promise<void> {
    if (this.isClosed) return;
    const held = new Promise<void>((resolve) => (this.letGo = resolve));
    await this.events.onGained();
    this.say('held');
    await held;
  }

  private async handOver(): Promise<void> {
    await this.events.onAsked();
    this.letGo?.();
  }

  /** The draft is another tab's; this one waits in case that tab is closed. */
  private release(isStolen: boolean): void {
    if (!this.letGo) return;
    this.letGo = null;
    if (this.isClosed) return;
    if (isStolen) this.events.onLost();
    this.say('elsewhere');
    this.queue();
  }

  private say(hold: Hold): void {
    if (!this.isClosed) this.events.onHold(hold);
  }
}
