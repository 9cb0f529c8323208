import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FakeS3, startFakeS3 } from '../../../test/fake-s3.js';
import { startApp, type TestApp } from '../../../test/start-app.js';
import { FileStore } from './file-store.js';

const NAME = 'sweep-orphan-files';
let s3: FakeS3;
beforeAll(async () => {
  s3 = await startFakeS3();
});
afterAll(() => s3.stop());

describe.each(['a folder', 'S3'])('bytes that no row names, in %s', (kind) => {
  let app: TestApp;
  let store: FileStore;
  beforeEach(async () => {
    const config = { endpoint: s3.endpoint, region: 'us-east-1', bucket: 'onewindow', accessKeyId: 'key', secretAccessKey: 'secret' };
    app = await startApp(kind === 'S3' ? { s3: config } : {});
    store = app.get(FileStore);
    s3.objects.clear();
    // Files carry the machine's time: the clock of the test starts from there.
    app.clock.set(new Date().toISOString());
    await app.database.query('CREATE TABLE keeps_bytes (id int, sha256 text, scan_sha256 varchar(64), files jsonb)');
    await app.database.query('GRANT ALL ON keeps_bytes TO onewindow_app');
  });
  afterEach(() => app.close());

  const put = async (text: string): Promise<string> => (await store.put(Buffer.from(text))).sha256;
  const there = async (hash: string): Promise<boolean> => (await store.sizeOf(hash)) !== null;

  it('go a day after they came, what a row names in any column stays', async () => {
    const [plain, scanned, listed, orphan] = [await put('plain'), await put('scanned'), await put('listed'), await put('orphan')];
    await app.database.query(`INSERT INTO keeps_bytes VALUES (1, $1, NULL, '[]'), (2, NULL, $2, $3)`, [
      plain,
      scanned,
      JSON.stringify([{ name: 'a.pdf', sha256: listed }]),
    ]);
    const seen = (): Promise<boolean[]> => Promise.all([plain, scanned, listed, orphan].map(there));
    app.clock.advance({ hours: 23 });
    expect(await app.sweep()).toContain(NAME);
    expect(await seen()).toEqual([true, true, true, true]);
    app.clock.advance({ hours: 2 });
    expect(await app.sweep()).toContain(NAME);
    expect(await seen()).toEqual([true, true, true, false]);
    expect((await store.listAside(10)).map(({ sha256 }) => sha256)).toEqual([orphan]);
    app.clock.advance({ days: 8 });
    await app.sweep();
    expect(await store.listAside(10)).toEqual([]);
  });

  it('come back when a row names them after all: the document was handed in again at that moment', async () => {
    const hash = await put('handed in again');
    app.clock.advance({ hours: 25 });
    await app.sweep();
    expect(await there(hash)).toBe(false);
    await app.database.query(`INSERT INTO keeps_bytes VALUES (1, $1, NULL, '[]')`, [hash]);
    app.clock.advance({ hours: 1 });
    await app.sweep();
    expect(await there(hash)).toBe(true);
    expect(await store.listAside(10)).toEqual([]);
  });

  it('are looked for from where the last step stopped', async () => {
    const hashes = (await Promise.all(['a', 'b', 'c'].map(put))).sort();
    app.clock.advance({ hours: 25 });
    await app.database.query(`INSERT INTO sweep_run (name, last_run_at, place) VALUES ($1, '2020-01-01', $2)`, [NAME, hashes[1]]);
    await app.sweep();
    expect(await Promise.all(hashes.map(there))).toEqual([true, true, false]);
    // The end was reached: the next step begins anew.
    app.clock.advance({ hours: 1 });
    await app.sweep();
    expect(await Promise.all(hashes.map(there))).toEqual([false, false, false]);
  });
});
