import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ByteRange, FileStore, type IncomingBytes } from './file-store.js';

const LEFT_BEHIND_MS = 24 * 3_600_000;

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
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

  constructor(private readonly root: string) {
    super();
    this.incoming = join(root, 'incoming');
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

  async receive(stream: Readable): Promise<IncomingBytes> {
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
      await pipeline(stream, measure, createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true }));
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    const sha256 = hash.digest('hex');
    return { sha256, size, keep: () => this.settle(temporary, sha256), discard: () => rm(temporary, { force: true }) };
  }

  async put(bytes: Uint8Array): Promise<{ sha256: string; size: number }> {
    const incoming = await this.receive(Readable.from([Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)]));
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

  private async settle(temporary: string, sha256: string): Promise<void> {
    const path = this.pathOf(sha256);
    if (await exists(path)) {
      await rm(temporary, { force: true });
      return;
    }
    await mkdir(dirname(path), { recursive: true });
    await rename(temporary, path);
    await syncDirectory(dirname(path));
  }

  private pathOf(sha256: string): string {
    return join(this.root, sha256.slice(0, 2), sha256);
  }
}
