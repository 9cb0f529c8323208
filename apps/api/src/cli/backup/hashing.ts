import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';

/** Passes bytes on; once they are through, `sha256()` tells what they were. */
export class Hashing extends Transform {
  private readonly hash = createHash('sha256');

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.hash.update(chunk);
    this.push(chunk);
    done();
  }

  sha256(): string {
    return this.hash.digest('hex');
  }
}
