import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, AppConfig, Clock, Database, LookUps, SessionGate } from '../platform/index.js';
import { FIND_ACTOR, IS_SESSION_OPEN, SLIDE_SESSION } from './people.statements.js';

/** A session's last use is written at most this often. */
const SLIDE_EVERY_MS = 60_000;

/** What the database keeps of a session's token. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Sessions in the database: any process knows them, and an ended one is ended everywhere at once. */
@Injectable()
export class DatabaseSessionGate extends SessionGate {
  /** Made once: making a key of the bytes costs more than the digest. */
  private readonly csrfKey: KeyObject;

  constructor(
    private readonly database: Database,
    private readonly lookUps: LookUps,
    private readonly clock: Clock,
    private readonly config: AppConfig,
  ) {
    super();
    this.csrfKey = createSecretKey(config.keys.session);
  }

  async findActor(token: string): Promise<Actor | null> {
    const now = this.clock.now();
    const [row] = await this.lookUps.query(FIND_ACTOR, [tokenHash(token), ...this.bounds(now)]);
    if (!row) return null;
    const { seenAt, ...actor } = row;
    if (now.getTime() - seenAt.getTime() > SLIDE_EVERY_MS) await this.database.query(SLIDE_SESSION, [row.sessionId, now]);
    return actor;
  }

  async isOpen(token: string): Promise<boolean> {
    const rows = await this.lookUps.query(IS_SESSION_OPEN, [tokenHash(token), ...this.bounds(this.clock.now())]);
    return rows.length > 0;
  }

  csrfToken(sessionId: string): string {
    return createHmac('sha256', this.csrfKey).update('csrf').update(sessionId).digest('base64url');
  }

  /** Older uses are idle; earlier sign-ins have ended, however busy. */
  private bounds(now: Date): [seenAfter: Date, signedInAfter: Date] {
    const { sessionIdleMinutes, sessionHours } = this.config;
    return [new Date(now.getTime() - sessionIdleMinutes * 60_000), new Date(now.getTime() - sessionHours * 3_600_000)];
  }
}
