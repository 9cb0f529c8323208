import { Injectable } from '@nestjs/common';
import type { Session } from '@onewindow/contracts';
import type { Role } from '@onewindow/domain';
import { AppConfig, Clock, Database, ProblemException, SessionGate, sql } from '../platform/index.js';

interface SessionRow {
  readonly id: string;
  readonly staffNo: string;
  readonly name: string;
  readonly roles: Role[];
  readonly regionCode: string;
  readonly regionName: string | null;
  readonly mustChangePassword: boolean;
  readonly department: { id: string; code: string; name: string; shortName: string } | null;
  readonly hall: { id: string; code: string; name: string } | null;
  readonly counter: { id: string; number: number; name: string; hallId: string; hallName: string } | null;
  readonly previousSignInAt: Date | null;
  readonly previousCounterName: string | null;
}

const READ_SESSION = sql<SessionRow>(
  `SELECT p.id, p.staff_no AS "staffNo", p.name, p.roles, p.region_code AS "regionCode", r.name AS "regionName",
          p.must_change_password AS "mustChangePassword",
          CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('id', d.id, 'code', d.code, 'name', d.name, 'shortName', d.short_name) END AS department,
          CASE WHEN h.id IS NOT NULL THEN jsonb_build_object('id', h.id, 'code', h.code, 'name', h.name) END AS hall,
          CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'number', c.number, 'name', c.name, 'hallId', c.hall_id, 'hallName', ch.name) END AS counter,
          s.previous_sign_in_at AS "previousSignInAt", pc.name AS "previousCounterName"
   FROM session s
   JOIN staff p ON p.id = s.staff_id
   LEFT JOIN region r ON r.code = p.region_code
   LEFT JOIN department d ON d.id = p.department_id
   LEFT JOIN hall h ON h.id = p.hall_id
   LEFT JOIN counter c ON c.id = s.counter_id
   LEFT JOIN hall ch ON ch.id = c.hall_id
   LEFT JOIN counter pc ON pc.id = s.previous_counter_id
   WHERE s.id = $1`,
);

/** Presents a session as the person's own screens need it. */
@Injectable()
export class SessionReader {
  constructor(
    private readonly database: Database,
    private readonly gate: SessionGate,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {}

  async read(sessionId: string): Promise<Session> {
    const [row] = await this.database.query(READ_SESSION, [sessionId]);
    if (!row) throw new ProblemException(401, 'session.required', '还没有登录，或登录已过期。请重新登录。');
    const { counter, previousSignInAt, previousCounterName, regionName, ...staff } = row;
    return {
      staff: { ...staff, regionName: regionName ?? this.config.regionName },
      counter,
      csrfToken: this.gate.csrfToken(sessionId),
      idleMinutes: this.config.sessionIdleMinutes,
      thresholds: { ...this.config.lights, stalledAfter: this.config.stalledAfter },
      lastSignIn: previousSignInAt ? { at: previousSignInAt.toISOString(), counterName: previousCounterName } : null,
      serverTime: this.clock.now().toISOString(),
      demonstration: this.config.demonstration,
    };
  }
}
