import type { Role } from '@onewindow/domain';
import { sql } from '../platform/index.js';

export interface ActorRow {
  readonly staffId: string;
  readonly staffNo: string;
  readonly name: string;
  readonly roles: Role[];
  readonly departmentId: string | null;
  readonly hallId: string | null;
  readonly counterId: string | null;
  readonly regionCode: string;
  readonly sessionId: string;
  readonly identityIndex: string | null;
  readonly mustChangePassword: boolean;
  readonly seenAt: Date;
}

/** $1 token hash, $2 the oldest last use of a session that is not idle, $3 the earliest sign-in of one that still holds. */
export const FIND_ACTOR = sql<ActorRow>(
  `SELECT p.id AS "staffId", p.staff_no AS "staffNo", p.name, p.roles, p.department_id AS "departmentId", p.hall_id AS "hallId",
          s.counter_id AS "counterId", p.region_code AS "regionCode", s.id AS "sessionId", p.identity_index AS "identityIndex",
          p.must_change_password AS "mustChangePassword", s.seen_at AS "seenAt"
   FROM session s JOIN staff p ON p.id = s.staff_id
   WHERE s.token_hash = $1 AND s.seen_at > $2 AND s.created_at > $3 AND p.active`,
);
export const IS_SESSION_OPEN = sql(
  `SELECT 1 FROM session s JOIN staff p ON p.id = s.staff_id
   WHERE s.token_hash = $1 AND s.seen_at > $2 AND s.created_at > $3 AND p.active`,
);
export const SLIDE_SESSION = sql(`UPDATE session SET seen_at = $2 WHERE id = $1 AND seen_at < $2`);
export const END_SESSION = sql(`DELETE FROM session WHERE id = $1`);
export const END_SESSIONS_OF = sql(`DELETE FROM session WHERE staff_id = $1 AND id IS DISTINCT FROM $2`);
export const PURGE_SESSIONS = sql(`DELETE FROM session WHERE seen_at < $1 OR created_at < $2`);

export interface CredentialRow {
  readonly id: string;
  readonly staffNo: string;
  readonly passwordHash: string;
  readonly active: boolean;
  readonly hallId: string | null;
  readonly lastSignInAt: Date | null;
  readonly lastCounterId: string | null;
}
const CREDENTIAL_COLUMNS = `id, staff_no AS "staffNo", password_hash AS "passwordHash", active, hall_id AS "hallId",
  last_sign_in_at AS "lastSignInAt", last_counter_id AS "lastCounterId"`;
/** $1 staff number in capitals, $2 blind index of a telephone number. */
export const FIND_CREDENTIALS = sql<CredentialRow>(
  `SELECT ${CREDENTIAL_COLUMNS} FROM staff WHERE staff_no = $1 OR phone_index = $2 ORDER BY (staff_no = $1) DESC LIMIT 1`,
);
export const CREDENTIALS_BY_ID = sql<CredentialRow>(`SELECT ${CREDENTIAL_COLUMNS} FROM staff WHERE id = $1`);

/**
 * Counts a try as failed before the password is looked at, so that parallel guesses can't outrun the count.
 * No row: locked. $1 id, $2 now, $3 tries, $4 locked until.
 */
export const COUNT_TRY = sql<{ failedCount: number; lockedUntil: Date | null }>(
  `UPDATE staff SET
     failed_count = CASE WHEN locked_until IS NULL THEN failed_count + 1 ELSE 1 END,
     locked_until = CASE WHEN locked_until IS NULL AND failed_count + 1 >= $3 THEN $4::timestamptz END
   WHERE id = $1 AND (locked_until IS NULL OR locked_until <= $2)
   RETURNING failed_count AS "failedCount", locked_until AS "lockedUntil"`,
);
export const LOCKED_UNTIL = sql<{ lockedUntil: Date | null }>(`SELECT locked_until AS "lockedUntil" FROM staff WHERE id = $1`);
export const FORGIVE_TRIES = sql(`UPDATE staff SET failed_count = 0, locked_until = NULL WHERE id = $1`);

/** The same count for names that nobody has: an answer must not tell them apart. $1 hash of the name. */
export const COUNT_UNKNOWN_TRY = sql<{ failedCount: number; lockedUntil: Date | null }>(
  `INSERT INTO sign_in_failure AS f (name_hash, failed_count, locked_until, at) VALUES ($1, 1, NULL, $2)
   ON CONFLICT (name_hash) DO UPDATE SET
     failed_count = CASE WHEN f.locked_until IS NULL THEN f.failed_count + 1 ELSE 1 END,
     locked_until = CASE WHEN f.locked_until IS NULL AND f.failed_count + 1 >= $3 THEN $4::timestamptz END,
     at = $2
   WHERE f.locked_until IS NULL OR f.locked_until <= $2
   RETURNING failed_count AS "failedCount", locked_until AS "lockedUntil"`,
);
export const UNKNOWN_LOCKED_UNTIL = sql<{ lockedUntil: Date | null }>(
  `SELECT locked_until AS "lockedUntil" FROM sign_in_failure WHERE name_hash = $1`,
);
export const PURGE_UNKNOWN_TRIES = sql(`DELETE FROM sign_in_failure WHERE at < $1`);

export const OPEN_SESSION = sql(
  `INSERT INTO session (id, token_hash, staff_id, counter_id, created_at, seen_at, ip, previous_sign_in_at, previous_counter_id)
   VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8)`,
);
export const RECORD_SIGN_IN = sql(
  `UPDATE staff SET failed_count = 0, locked_until = NULL, last_sign_in_at = $2, last_counter_id = $3 WHERE id = $1`,
);
export const SET_SESSION_COUNTER = sql(`UPDATE session SET counter_id = $2 WHERE id = $1`);
export const FIND_COUNTER = sql<{ id: string; hallId: string }>(`SELECT id, hall_id AS "hallId" FROM counter WHERE id = $1`);
export const SET_PASSWORD = sql(
  `UPDATE staff SET password_hash = $2, must_change_password = $3, failed_count = 0, locked_until = NULL WHERE id = $1 RETURNING id`,
);
/** Waits for whoever gives this person work at the moment. Ahead of HELD_WORK and not in one with it: a statement sees nothing that was committed while it waited. */
export const LOCK_STAFF = sql(`SELECT 1 FROM staff WHERE id = $1 FOR UPDATE`);
/** Open work in the person's hands. */
export const HELD_WORK = sql<{ name: string; held: number }>(
  `SELECT s.name, (SELECT count(*)::int FROM review_task t WHERE t.holder_id = s.id AND t.status = 'claimed') AS held FROM staff s WHERE s.id = $1`,
);
/** Whoever leaves neither stands in for anybody nor is stood in for. $2 now, $3 who ends it, $4 today. */
export const END_DELEGATIONS_OF = sql(
  `UPDATE delegation SET ended_at = $2, ended_by = $3 WHERE (principal_id = $1 OR delegate_id = $1) AND ended_at IS NULL AND ends_on >= $4`,
);
export const SET_ACTIVE = sql(`UPDATE staff SET active = $2 WHERE id = $1 RETURNING id`);
