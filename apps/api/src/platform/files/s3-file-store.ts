import { createHash, randomUUID } from 'node:crypto';
import { PassThrough, type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { S3Config } from '../config/app-config.js';
import { type ByteRange, FileStore, type IncomingBytes, type KeptBytes } from './file-store.js';

const KEPT = 'files/';
const ASIDE = 'aside/';
/** The most that one listing gives. */
const PAGE = 1_000;

function isMissing(error: unknown): boolean {
  return error instanceof NoSuchKey || error instanceof NotFound;
}

/** Files in an S3-compatible store: uploaded in parts under a passing name, then copied to `files/<sha256>`. */
export class S3FileStore extends FileStore {
  private readonly client: S3Client;

  constructor(private readonly config: S3Config) {
    super();
    this.client = new S3Client({
      endpoint: config.endpoint,
      region: config.region,
      forcePathStyle: true,
      // Stores that only resemble S3 don't all know the newer checksums; the key itself is the SHA-256.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      // A store that takes the connection and says nothing must not hold a sweep or a request for ever; a slow transfer goes on.
      requestHandler: { connectionTimeout: 5_000, socketTimeout: 30_000 },
      credentials: { accessKeyId: config.accessKeyId, secretAccessKey: config.secretAccessKey },
    });
  }

  async receive(chunks: AsyncIterable<Buffer>): Promise<IncomingBytes> {
    const temporary = `incoming/${randomUUID()}`;
    const hash = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        size += chunk.length;
        done(null, chunk);
      },
    });
    const body = new PassThrough();
    const upload = new Upload({ client: this.client, params: { Bucket: this.config.bucket, Key: temporary, Body: body } });
    try {
      await Promise.all([upload.done(), pipeline(chunks, measure, body)]);
    } catch (error) {
      await upload.abort();
      throw error;
    }
    const sha256 = hash.digest('hex');
    return { sha256, size, keep: () => this.settle(temporary, sha256), discard: () => this.remove(temporary) };
  }

  async put(bytes: Uint8Array): Promise<{ sha256: string; size: number }> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if ((await this.sizeOf(sha256)) === null) {
      await this.client.send(new PutObjectCommand({ Bucket: this.config.bucket, Key: this.keyOf(sha256), Body: bytes }));
    }
    return { sha256, size: bytes.byteLength };
  }

  async open(sha256: string, range?: ByteRange): Promise<Readable | null> {
    try {
      const { Body } = await this.client.send(
        new GetObjectCommand({
          Bucket: this.config.bucket,
          Key: this.keyOf(sha256),
          ...(range ? { Range: `bytes=${range.start}-${range.end}` } : {}),
        }),
      );
      return Body ? (Body as Readable) : null;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async sizeOf(sha256: string): Promise<number | null> {
    try {
      const head = await this.client.send(new HeadObjectCommand({ Bucket: this.config.bucket, Key: this.keyOf(sha256) }));
      return head.ContentLength ?? null;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async list(after: string, limit: number): Promise<KeptBytes[]> {
    return await this.listFolder(KEPT, after, limit);
  }

  async setAside(sha256: string): Promise<void> {
    await this.move(this.keyOf(sha256), `${ASIDE}${sha256}`);
  }

  async listAside(limit: number): Promise<KeptBytes[]> {
    return await this.listFolder(ASIDE, '', limit);
  }

  async restore(sha256: string): Promise<void> {
    await this.move(`${ASIDE}${sha256}`, this.keyOf(sha256));
  }

  async destroyAside(sha256: string): Promise<void> {
    await this.remove(`${ASIDE}${sha256}`);
  }

  private async listFolder(folder: string, after: string, limit: number): Promise<KeptBytes[]> {
    const found: KeptBytes[] = [];
    let last = after;
    while (found.length < limit) {
      const { Contents = [], IsTruncated } = await this.client.send(
        new ListObjectsV2Command({
          Bucket: this.config.bucket,
          Prefix: folder,
          StartAfter: `${folder}${last}`,
          MaxKeys: Math.min(limit - found.length, PAGE),
        }),
      );
      for (const { Key, LastModified } of Contents)
        if (Key && LastModified) found.push({ sha256: Key.slice(folder.length), since: LastModified });
      last = found.at(-1)?.sha256 ?? '';
      if (!IsTruncated || Contents.length === 0) break;
    }
    return found;
  }

  /** Harmless when there is nothing to move. */
  private async move(from: string, to: string): Promise<void> {
    try {
      await this.copy(from, to);
    } catch (error) {
      if (isMissing(error)) return;
      throw error;
    }
    await this.remove(from);
  }

  private async settle(temporary: string, sha256: string): Promise<void> {
    if ((await this.sizeOf(sha256)) === null) await this.copy(temporary, this.keyOf(sha256));
    await this.remove(temporary);
  }

  private async copy(from: string, to: string): Promise<void> {
    await this.client.send(new CopyObjectCommand({ Bucket: this.config.bucket, Key: to, CopySource: `${this.config.bucket}/${from}` }));
  }

  private async remove(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.config.bucket, Key: key }));
  }

  private keyOf(sha256: string): string {
    return `${KEPT}${sha256}`;
  }
}
