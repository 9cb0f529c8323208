/** Gives the same key to the same intention until its outcome is known. */
export class IntentionKeys {
  private open: { fingerprint: string; key: string } | null = null;

  constructor(private readonly newKey: () => string = () => crypto.randomUUID()) {}

  /** The key of an intention, described by its input. */
  of(input: unknown): string {
    const fingerprint = JSON.stringify(input) ?? '';
    if (this.open?.fingerprint !== fingerprint) this.open = { fingerprint, key: this.newKey() };
    return this.open.key;
  }

  /** The outcome is known, done or refused: the next call is a new intention. */
  settle(): void {
    this.open = null;
  }
}
