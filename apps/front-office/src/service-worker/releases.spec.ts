import { beforeEach, describe, expect, it } from '@jest/globals';
import { Releases } from './releases.js';

const ORIGIN = 'http://hall.test';

/** As much of the browser's caches as the releases need. */
class FakeCaches {
  readonly all = new Map<string, Map<string, Response>>();
  constructor(private readonly server: typeof fetch) {}

  open(name: string) {
    const held = this.all.get(name) ?? new Map<string, Response>();
    this.all.set(name, held);
    return Promise.resolve({
      addAll: async (paths: readonly string[]) => {
        for (const path of paths) held.set(ORIGIN + path, await this.server(ORIGIN + path));
      },
      put: async (request: Request, answer: Response) => void held.set(request.url, answer),
      match: (path: string) => Promise.resolve(held.get(ORIGIN + path)?.clone()),
    });
  }
  keys = () => Promise.resolve([...this.all.keys()]);
  delete = (name: string) => Promise.resolve(this.all.delete(name));
  match = (request: Request) => {
    for (const held of this.all.values()) if (held.has(request.url)) return Promise.resolve(held.get(request.url)?.clone());
    return Promise.resolve(undefined);
  };
}

let answer: (url: string) => Response;
let store: FakeCaches;
const server = ((input: string | Request) => {
  try {
    return Promise.resolve(answer(typeof input === 'string' ? input : input.url));
  } catch (error) {
    return Promise.reject(error as Error);
  }
}) as typeof fetch;
const gone = () => {
  throw new TypeError('Failed to fetch');
};
const release = (version: string) => new Releases({ version, files: ['/front/', `/front/assets/${version}.js`] }, store as never, server);
const page = new Request(`${ORIGIN}/front/counter`);
const words = async (response: Promise<Response>) => (await response).text();

beforeEach(() => {
  store = new FakeCaches(server);
  answer = (url) => new Response(`served ${new URL(url).pathname}`);
});

describe('the releases in the browser', () => {
  it('show the page of the server as long as there is one', async () => {
    const one = release('one');
    await one.install();
    answer = () => new Response('newer');
    expect(await words(one.page(page))).toBe('newer');
  });

  it.each([
    ['is gone', gone],
    ['is hidden by a proxy', () => new Response('Bad Gateway', { status: 502 })],
  ])('show the page that lies here when the server %s', async (_how, away) => {
    const one = release('one');
    await one.install();
    answer = away;
    expect(await words(one.page(page))).toBe('served /front/');
    expect(await words(one.asset(new Request(`${ORIGIN}/front/assets/one.js`)))).toBe('served /front/assets/one.js');
  });

  it('pass on what the server refuses', async () => {
    const one = release('one');
    await one.install();
    answer = () => new Response('', { status: 500 });
    expect((await one.page(page)).status).toBe(500);
  });

  it('keep what is fetched later, and nothing that failed', async () => {
    const one = release('one');
    const late = new Request(`${ORIGIN}/front/assets/late.js`);
    answer = () => new Response('', { status: 404 });
    expect((await one.asset(late)).status).toBe(404);
    answer = () => new Response('late');
    expect(await words(one.asset(late))).toBe('late');
    answer = gone;
    expect(await words(one.asset(late))).toBe('late');
  });

  it('leave an open page the pieces of its own release, and put away what is older', async () => {
    for (const version of ['one', 'two', 'three', 'four']) {
      const next = release(version);
      await next.install();
      await next.tidy();
    }
    expect([...store.all.keys()]).toEqual(['ow-shell-two', 'ow-shell-three', 'ow-shell-four']);
    answer = gone;
    expect(await words(release('four').asset(new Request(`${ORIGIN}/front/assets/three.js`)))).toBe('served /front/assets/three.js');
  });

  it('have nothing to show before they were kept', async () => {
    answer = gone;
    await expect(release('one').page(page)).rejects.toThrow('Failed to fetch');
  });
});
