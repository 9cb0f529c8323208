/** What the build lays into the worker: the shell of one release. */
export interface Release {
  /** Changes with any of its files. */
  readonly version: string;
  /** Addresses of the shell, the page itself first. */
  readonly files: readonly string[];
}

const PREFIX = 'ow-shell-';
/** A page that is open goes on with its own release: the pieces of the last few stay within reach. */
const KEPT_RELEASES = 3;
/** A server that does not answer a page by then is treated as gone. */
const PAGE_PATIENCE_MS = 4_000;

type Fetch = typeof fetch;

/** The releases that lie in the browser, each in a cache of its own, and what is answered from them. */
export class Releases {
  constructor(
    private readonly release: Release,
    private readonly store: CacheStorage,
    private readonly send: Fetch,
  ) {}

  private get name(): string {
    return PREFIX + this.release.version;
  }

  /** Fetches the whole shell; what is not complete is not kept. */
  async install(): Promise<void> {
    const cache = await this.store.open(this.name);
    await cache.addAll(this.release.files);
  }

  /** Puts releases away that no open page can still be of. */
  async tidy(): Promise<void> {
    const known = (await this.store.keys()).filter((name) => name.startsWith(PREFIX) && name !== this.name);
    const old = known.slice(0, Math.max(0, known.length - (KEPT_RELEASES - 1)));
    await Promise.all(old.map((name) => this.store.delete(name)));
  }

  /** The page: the server's, so that a new release is there at the next load; without the server the one that lies here. */
  async page(request: Request): Promise<Response> {
    try {
      const answer = await this.send(request, { signal: AbortSignal.timeout(PAGE_PATIENCE_MS) });
      // A proxy answers for a server that is gone.
      if (answer.status < 502 || answer.status > 504) return answer;
      return (await this.shell()) ?? answer;
    } catch (error) {
      const kept = await this.shell();
      if (kept) return kept;
      throw error;
    }
  }

  /** A piece of code or a picture whose name changes with its content: of whichever release, else from the server and kept. */
  async asset(request: Request): Promise<Response> {
    const kept = await this.store.match(request, { ignoreVary: true });
    if (kept) return kept;
    const answer = await this.send(request);
    if (answer.status === 200) {
      const cache = await this.store.open(this.name);
      await cache.put(request, answer.clone());
    }
    return answer;
  }

  private async shell(): Promise<Response | undefined> {
    const [page] = this.release.files;
    if (page === undefined) return undefined;
    const cache = await this.store.open(this.name);
    return cache.match(page, { ignoreVary: true });
  }
}
