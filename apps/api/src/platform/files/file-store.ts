import type { Readable } from 'node:stream';

/** A file whose bytes are kept. The bytes are addressed by their SHA-256; who may see them is the caller's affair. */
export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
}

export interface ByteRange {
  readonly start: number;
  /** Last byte, included. */
  readonly end: number;
}

/** Bytes on their way in: hashed and measured, but not yet kept. */
export interface IncomingBytes {
  readonly sha256: string;
  readonly size: number;
  /** Keeps the bytes under their hash. Doing it twice is harmless. */
  keep(): Promise<void>;
  /** Forgets them. */
  discard(): Promise<void>;
}

/** Bytes that lie in the store, and since when. */
export interface KeptBytes {
  readonly sha256: string;
  readonly since: Date;
}

/**
 * Where bytes live: a local folder, or S3. A row that needs them names them in a column whose name ends in `sha256`, or in a jsonb list called
 * `files`: nothing else keeps bytes from being swept away, or takes them into a backup (see file-references.ts).
 */
export abstract class FileStore {
  /** Takes in a stream, or its chunks; on an error of the stream nothing stays behind. */
  abstract receive(chunks: AsyncIterable<Buffer>): Promise<IncomingBytes>;
  /** Keeps bytes that are already in memory, such as a rendered receipt. */
  abstract put(bytes: Uint8Array): Promise<{ sha256: string; size: number }>;
  /** Opens kept bytes; null when they are not there. */
  abstract open(sha256: string, range?: ByteRange): Promise<Readable | null>;
  /** Size in bytes, null when the bytes are not there. */
  abstract sizeOf(sha256: string): Promise<number | null>;
  /** Kept bytes in the order of their hashes: at most `limit` of those after a hash, `''` for the first. */
  abstract list(after: string, limit: number): Promise<KeptBytes[]>;
  /** Takes bytes out of reach without destroying them; harmless when they are not there. */
  abstract setAside(sha256: string): Promise<void>;
  /** Bytes out of reach, and since when; at most `limit`. */
  abstract listAside(limit: number): Promise<KeptBytes[]>;
  /** Brings bytes that were set aside back within reach. */
  abstract restore(sha256: string): Promise<void>;
  /** Destroys bytes that were set aside. */
  abstract destroyAside(sha256: string): Promise<void>;
}
