import { join } from 'node:path';
import type { AppConfig } from '../config/app-config.js';
import type { FileStore } from './file-store.js';
import { LocalFileStore } from './local-file-store.js';

/** Chooses where files live: S3 when S3_ENDPOINT is set, a local folder otherwise. The only place that knows. */
export async function createFileStore(config: Pick<AppConfig, 's3' | 'dataDir'>): Promise<FileStore> {
  if (config.s3) {
    // A megabyte of code that a hall with a folder of its own never runs.
    const { S3FileStore } = await import('./s3-file-store.js');
    return new S3FileStore(config.s3);
  }
  const store = new LocalFileStore(join(config.dataDir, 'files'));
  await store.prepare();
  return store;
}
