import type { Account } from './accounts.js';

/** An open stream of server-sent events, as a browser holds one. */
export interface Listening {
  /** Resolves with the time at which the topic was first heard since `after`; rejects after the patience. */
  heard(topic: RegExp, after: number, patienceMs: number): Promise<number>;
  close(): void;
}

/** Signs in and listens to the live stream of one process. */
export async function listen(base: string, account: Account): Promise<Listening> {
  const signedIn = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base, 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ name: account.staffNo, password: account.password }),
  });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const closing = new AbortController();
  const stream = await fetch(`${base}/api/stream`, { headers: { cookie }, signal: closing.signal });
  if (!stream.ok || !stream.body) throw new Error(`No live stream: ${stream.status}`);
  const heard: { topic: string; at: number }[] = [];
  const listeners = new Set<() => void>();
  const read = async (body: ReadableStream<Uint8Array>): Promise<void> => {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of body) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines.filter((each) => each.startsWith('data: '))) {
        const { topics } = JSON.parse(line.slice(6)) as { topics: string[] };
        for (const topic of topics) heard.push({ topic, at: Date.now() });
      }
      for (const listener of listeners) listener();
    }
  };
  // It ends when it is closed.
  read(stream.body).catch(() => undefined);
  return {
    heard: (topic, after, patienceMs) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = heard.find((one) => one.at >= after && topic.test(one.topic));
          if (!found) return;
          listeners.delete(look);
          resolve(found.at);
        };
        listeners.add(look);
        AbortSignal.timeout(patienceMs).addEventListener('abort', () => reject(new Error(`${topic} was not heard in ${patienceMs} ms`)));
        look();
      }),
    close: () => closing.abort(),
  };
}
