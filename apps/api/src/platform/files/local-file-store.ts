import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { errorCode } from '../process/error-code.js';
import { readHead } from './chunks.js';
import { type ByteRange, FileStore, type IncomingBytes, type KeptBytes } from './file-store.js';

/** Files up to this size are taken in memory. */
const SMALL_BYTES = 256 * 1024;
const LEFT_BEHIND_MS = 24 * 3_600_000;
/** Folders of kept bytes; `incoming` and `aside` lie beside them. */
const FOLDER = /^[0-9a-f]{2}$/;

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}

async function unlessMissing(work: Promise<void>): Promise<void> {
  await work.catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error;
  });
}

/** What is gone by now is left out. */
async function agesOf(folder: string, names: readonly string[]): Promise<KeptBytes[]> {
  const found = await Promise.all(
    names.map((sha256) =>
      stat(join(folder, sha256)).then(
        ({ mtime }) => ({ sha256, since: mtime }),
        () => null,
      ),
    ),
  );
  return found.filter((one) => one !== null);
}

/** A command that is tried again keeps its file again. */
function once(work: () => Promise<void>): () => Promise<void> {
  let begun: Promise<void> | undefined;
  return () => (begun ??= work());
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** Files in a local folder: written beside, synced, then renamed to `<first two>/<sha256>`. */
export class LocalFileStore extends FileStore {
  private readonly incoming: string;
  private readonly aside: string;

  constructor(private readonly root: string) {
    super();
    this.incoming = join(root, 'incoming');
    this.aside = join(root, 'aside');
  }

  /** Makes the folders, and forgets what a crash left half-written. Other processes may be receiving: only what is a day old goes. */
  async prepare(now = Date.now()): Promise<void> {
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
    for (const name of await readdir(this.incoming)) {
      const path = join(this.incoming, name);
      const age = await stat(path).then(
        (found) => now - found.mtimeMs,
        () => 0,
      );
      if (age > LEFT_BEHIND_MS) await rm(path, { force: true });
    }
  }

  async receive(source: AsyncIterable<Buffer>): Promise<IncomingBytes> {
    const { head, whole, chunks } = await readHead(source, SMALL_BYTES + 1);
    return whole ? this.receiveSmall(head) : await this.receiveLarge(chunks());
  }

  /** What fits in memory waits there: a refused command costs the disk nothing, a kept one the fewest calls. */
  private receiveSmall(bytes: Uint8Array): IncomingBytes {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { sha256, size: bytes.byteLength, keep: once(() => this.writeSmall(bytes, sha256)), discard: () => Promise.resolve() };
  }

  private async writeSmall(bytes: Uint8Array, sha256: string): Promise<void> {
    const temporary = join(this.incoming, randomUUID());
    try {
      const file = await open(temporary, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.datasync();
      } finally {
        await file.close();
      }
      await this.settle(temporary, sha256);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  private async receiveLarge(chunks: AsyncIterable<Buffer>): Promise<IncomingBytes> {
    const temporary = join(this.incoming, randomUUID());
    const hash = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        size += chunk.length;
        done(null, chunk);
      },
    });
    try {
      // `flush` makes the stream sync the file before it closes.
      await pipeline(chunks, measure, createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true }));
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    const sha256 = hash.digest('hex');
    return { sha256, size, keep: once(() => this.settle(temporary, sha256)), discard: () => rm(temporary, { force: true }) };
  }

  async put(bytes: Uint8Array): Promise<{ sha256: string; size: number }> {
    const incoming = this.receiveSmall(bytes);
    await incoming.keep();
    return { sha256: incoming.sha256, size: incoming.size };
  }

  async open(sha256: string, range?: ByteRange): Promise<Readable | null> {
    const path = this.pathOf(sha256);
    if (!(await exists(path))) return null;
    return createReadStream(path, range ? { start: range.start, end: range.end } : {});
  }

  async sizeOf(sha256: string): Promise<number | null> {
    return await stat(this.pathOf(sha256)).then(
      (found) => found.size,
      () => null,
    );
  }

  async list(after: string, limit: number): Promise<KeptBytes[]> {
    const found: KeptBytes[] = [];
    const folders = (await readdir(this.root)).filter((name) => FOLDER.test(name) && name >= after.slice(0, 2)).sort();
    for (const folder of folders) {
      const names = (await readdir(join(this.root, folder))).filter((name) => name > after).sort();
      found.push(...(await agesOf(join(this.root, folder), names.slice(0, limit - found.length))));
      if (found.length >= limit) break;
    }
    return found;
  }

  async setAside(sha256: string): Promise<void> {
    await mkdir(this.aside, { recursive: true, mode: 0o700 });
    const path = join(this.aside, sha256);
    await unlessMissing(rename(this.pathOf(sha256), path));
    const now = new Date();
    await unlessMissing(utimes(path, now, now));
  }

  async listAside(limit: number): Promise<KeptBytes[]> {
    const names = await readdir(this.aside).catch(() => []);
    return await agesOf(this.aside, names.slice(0, limit));
  }

  async restore(sha256: string): Promise<void> {
    await mkdir(dirname(this.pathOf(sha256)), { recursive: true });
    await unlessMissing(rename(join(this.aside, sha256), this.pathOf(sha256)));
  }

  async destroyAside(sha256: string): Promise<void> {
    await rm(join(this.aside, sha256), { force: true });
  }

  /** The name is the hash, so a file that is there already is replaced by the same bytes. */
  private async settle(temporary: string, sha256: string): Promise<void> {
    const path = this.pathOf(sha256);
    const folder = dirname(path);
    await rename(temporary, path).catch(async (error: unknown) => {
      if (errorCode(error) !== 'ENOENT') throw error;
      await mkdir(folder, { recursive: true });
      await rename(temporary, path);
      await syncDirectory(this.root);
    });
    await syncDirectory(folder);
  }

  private pathOf(sha256: string): string {
    return join(this.root, sha256.slice(0, 2), sha256);
  }
}
