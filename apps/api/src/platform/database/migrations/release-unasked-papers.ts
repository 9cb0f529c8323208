import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * R4.4: a paper that was deferred, and that an answer no longer asked for at acceptance, was promised by nobody, so it could never be taken in and
 * held the result back for ever. Acceptance lets go of it now; cases that were accepted before are set right here.
 */
export class ReleaseUnaskedPapers1764000007310 implements MigrationInterface {
  readonly name = 'ReleaseUnaskedPapers1764000007310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE case_material m SET verdict = 'missing', due_on = NULL, defect = NULL, faulty_points = NULL
        FROM cases c
       WHERE c.id = m.case_id AND c.status IN ('accepted', 'decided') AND m.verdict = 'deferred'
         AND NOT EXISTS (SELECT 1 FROM deferred_material d WHERE d.case_id = m.case_id AND d.code = m.code);
    `);
  }

  /** What was let go of is owed by nobody in the older version either. */
  async down(): Promise<void> {}
}
