/** What BullMQ's queues and workers share. */
interface Opening {
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}

/** A queue or a worker that can be used. */
export interface Opened<T> {
  /** @throws what keeps it from being ready; the next call may succeed */
  ready(): Promise<T>;
  close(): Promise<void>;
}

/** One that waits for its server by itself. */
export function opened<T extends Opening>(instance: T): Opened<T> {
  return { ready: () => Promise.resolve(instance), close: () => instance.close() };
}

/**
 * On PostgreSQL an instance whose first connection failed remembers the failure, and its worker asks again at once and for ever, so that nothing
 * else in the process has a turn. Such an instance is thrown away; the next call opens a new one.
 * @param open opens an instance that does nothing yet
 */
export function openedAnew<T extends Opening>(open: () => T): Opened<T> {
  let current: Promise<T> | undefined;
  const first = async (): Promise<T> => {
    const instance = open();
    try {
      await instance.waitUntilReady();
      return instance;
    } catch (error) {
      current = undefined;
      await instance.close().catch(() => undefined);
      throw error;
    }
  };
  return {
    ready: () => (current ??= first()),
    close: async () => await (await current?.catch(() => undefined))?.close(),
  };
}
