/** Times of one kind of request, in milliseconds. */
export class Samples {
  private readonly values: number[] = [];

  add(milliseconds: number): void {
    this.values.push(milliseconds);
  }

  get count(): number {
    return this.values.length;
  }

  /** The q-quantile by nearest rank, 0 when there is nothing. */
  quantile(q: number): number {
    const sorted = [...this.values].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? 0;
  }

  addAll(others: Iterable<number>): void {
    for (const value of others) this.values.push(value);
  }

  [Symbol.iterator](): IterableIterator<number> {
    return this.values[Symbol.iterator]();
  }
}

/** Samples by name, in the order in which names first came. */
export class SampleTable {
  private readonly rows = new Map<string, Samples>();

  async time<T>(name: string, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const result = await work();
    this.of(name).add(performance.now() - began);
    return result;
  }

  of(name: string): Samples {
    let samples = this.rows.get(name);
    if (!samples) {
      samples = new Samples();
      this.rows.set(name, samples);
    }
    return samples;
  }

  /** All samples of these names together. */
  together(names: readonly string[]): Samples {
    const all = new Samples();
    for (const name of names) all.addAll(this.of(name));
    return all;
  }

  names(): string[] {
    return [...this.rows.keys()];
  }

  entries(): [string, Samples][] {
    return [...this.rows.entries()];
  }
}

/** A number with a fixed width for the printed tables. */
export function shown(value: number, digits = 1): string {
  return value.toFixed(digits);
}
