import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../../../test/start-app.js';
import { CommandRunner } from '../commands/command-runner.js';
import { Database } from '../database/database.js';
import { verifyAuditChain } from './audit-chain.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const record = (subjectId: string): Promise<void> =>
  app.get(CommandRunner).runSystem((tx) => {
    tx.audit({
      action: 'applicant.looked-up',
      actorId: null,
      ip: '10.0.0.1',
      subjectType: 'applicant',
      subjectId,
      detail: { b: 1, a: '二' },
    });
    return Promise.resolve();
  });
const verify = () => verifyAuditChain(app.get(Database));
const idOf = async (subjectId: string): Promise<string> =>
  (await app.database.query<{ id: string }>('SELECT id FROM audit_entry WHERE subject_id = $1', [subjectId]))[0]?.id ?? '';

describe('the audit chain', () => {
  it('takes in every entry, also late ones, and holds', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, i) => record(`a${i}`)));
    await app.sweep();
    await record('late');
    app.clock.advance({ minutes: 2 });
    await app.sweep();
    const [row] = await app.database.query<{ entries: number; links: number }>(
      'SELECT (SELECT count(*) FROM audit_entry) AS entries, (SELECT count(*) FROM audit_link) AS links',
    );
    expect(row).toEqual({ entries: 51, links: 51 });
    expect(await verify()).toBeNull();
  });

  it.each([
    ['changed', `UPDATE audit_entry SET detail = '{}' WHERE subject_id = 'a7'`, 'entry-changed'],
    ['given to somebody else', `UPDATE audit_entry SET actor_id = gen_random_uuid() WHERE subject_id = 'a7'`, 'entry-changed'],
    ['removed', `DELETE FROM audit_entry WHERE subject_id = 'a7'`, 'entry-removed'],
    ['unlinked', `DELETE FROM audit_link WHERE entry_id = (SELECT id FROM audit_entry WHERE subject_id = 'a7')`, 'link-removed'],
  ])('names an entry that was %s by hand', async (_, statement, fault) => {
    const entryId = await idOf('a7');
    await app.database.query('CREATE TABLE kept_entry AS SELECT * FROM audit_entry; CREATE TABLE kept_link AS SELECT * FROM audit_link');
    await app.database.query(statement);
    const found = await verify();
    expect(found?.fault).toBe(fault);
    if (fault !== 'link-removed') expect(found?.entryId).toBe(entryId);
    await app.database.query('TRUNCATE audit_entry, audit_link');
    await app.database.query(
      'INSERT INTO audit_entry SELECT * FROM kept_entry; INSERT INTO audit_link SELECT * FROM kept_link; DROP TABLE kept_entry, kept_link',
    );
    expect(await verify()).toBeNull();
  });
});
