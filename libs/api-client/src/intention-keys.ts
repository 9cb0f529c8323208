/** An intention whose outcome is not known yet. */
export interface OpenIntention {
  readonly fingerprint: string;
  readonly key: string;
  /** Milliseconds of the epoch. */
  readonly since: number;
}

/** Where an open intention outlives the page. It holds what the request carries: only a sealed place will do. */
export interface IntentionShelf {
  read(): OpenIntention | null;
  /** Resolves when it lies there: the request goes out only then. */
  keep(intention: OpenIntention | null): Promise<void>;
}

/** After this nobody repeats an intention of an earlier page: the same input is a new one. */
export const SHELF_LIFE_MS = 10 * 60_000;

/** Gives the same key to the same intention until its outcome is known. */
export class IntentionKeys {
  private open: OpenIntention | null = null;

  /**
   * @param newKey makes a key
   * @param shelf keeps the open intention over a reload; without one it lives as long as the page
   */
  constructor(
    private readonly newKey: () => string = () => crypto.randomUUID(),
    private readonly shelf: IntentionShelf | null = null,
  ) {
    const left = shelf?.read() ?? null;
    if (left && Date.now() - left.since < SHELF_LIFE_MS) this.open = left;
  }

  /** The key of an intention, described by its input. */
  of(input: unknown): string {
    const fingerprint = JSON.stringify(input) ?? '';
    if (this.open?.fingerprint !== fingerprint) this.open = { fingerprint, key: this.newKey(), since: Date.now() };
    return this.open.key;
  }

  /** The key as `of`, once it lies where a reload finds it. */
  async kept(input: unknown): Promise<string> {
    const key = this.of(input);
    await this.shelf?.keep(this.open);
    return key;
  }

  /** The outcome is known, done or refused: the next call is a new intention. */
  settle(): void {
    this.open = null;
    void this.shelf?.keep(null);
  }
}
