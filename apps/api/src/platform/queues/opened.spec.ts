import { describe, expect, it } from '@jest/globals';
import { openedAnew } from './opened.js';

/** Instances in the order in which they were opened; the first ones fail. */
function instances(failing: number): { opened: { at: number; closed: boolean }[]; open: () => Instance } {
  const seen: Instance[] = [];
  return {
    opened: seen,
    open: () => {
      const instance = new Instance(seen.length, seen.length < failing);
      seen.push(instance);
      return instance;
    },
  };
}

class Instance {
  closed = false;

  constructor(
    readonly at: number,
    private readonly fails: boolean,
  ) {}

  waitUntilReady(): Promise<void> {
    return this.fails ? Promise.reject(new Error('too many clients')) : Promise.resolve();
  }

  close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }
}

describe('a queue that is opened anew', () => {
  it('throws an instance away that failed, and opens another', async () => {
    const { opened, open } = instances(1);
    const queue = openedAnew(open);
    await expect(queue.ready()).rejects.toThrow('too many clients');
    expect(opened[0]).toMatchObject({ closed: true });
    await expect(queue.ready()).resolves.toMatchObject({ at: 1 });
  });

  it('keeps the one that is ready, for all that ask at once', async () => {
    const { opened, open } = instances(0);
    const queue = openedAnew(open);
    const [one, other] = await Promise.all([queue.ready(), queue.ready()]);
    expect(one).toBe(other);
    await queue.close();
    expect(opened).toEqual([expect.objectContaining({ at: 0, closed: true })]);
  });

  it('opens nothing to close it', async () => {
    const { opened, open } = instances(0);
    await openedAnew(open).close();
    expect(opened).toEqual([]);
  });
});
