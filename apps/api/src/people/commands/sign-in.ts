import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { endpoints, InputOf } from '@onewindow/contracts';
import { CommandRunner, Database, newId, ProblemException } from '../../platform/index.js';
import { tokenHash } from '../database-session-gate.js';
import { type CredentialRow, FIND_COUNTER, OPEN_SESSION, RECORD_SIGN_IN } from '../people.statements.js';
import { PasswordCheck } from '../password-check.js';

const TOKEN_BYTES = 32;

/** A fresh session: its id, and the token that goes into the cookie and nowhere else. */
export interface OpenedSession {
  readonly sessionId: string;
  readonly token: string;
}

/** 登录: checks the password, opens a session at a counter, records it. */
@Injectable()
export class SignIn {
  constructor(
    private readonly passwords: PasswordCheck,
    private readonly database: Database,
    private readonly runner: CommandRunner,
  ) {}

  async run(input: InputOf<typeof endpoints.signIn>['body'], ip: string): Promise<OpenedSession> {
    const person = await this.checked(input, ip);
    const counterId = await this.counterOf(person, input.counterId);
    const sessionId = newId();
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    await this.runner.runSystem(async (tx) => {
      const { id: staffId, lastSignInAt, lastCounterId } = person;
      await Promise.all([
        tx.query(OPEN_SESSION, [sessionId, tokenHash(token), staffId, counterId, tx.now, ip, lastSignInAt, lastCounterId]),
        tx.query(RECORD_SIGN_IN, [staffId, tx.now, counterId]),
      ]);
      tx.audit({ action: 'session.signed-in', actorId: staffId, ip, subjectType: 'session', subjectId: sessionId });
    });
    return { sessionId, token };
  }

  private async checked(input: { name: string; password: string }, ip: string): Promise<CredentialRow> {
    try {
      return await this.passwords.byName(input.name, input.password);
    } catch (error) {
      if (error instanceof ProblemException) {
        await this.runner.runSystem((tx) => {
          // Not the typed name: people type their password there.
          tx.audit({ action: 'session.sign-in-refused', actorId: null, ip, detail: { code: error.code } });
          return Promise.resolve();
        });
      }
      throw error;
    }
  }

  private async counterOf(person: CredentialRow, counterId: string | undefined): Promise<string | null> {
    if (counterId === undefined) return null;
    const [counter] = await this.database.query(FIND_COUNTER, [counterId]);
    if (!counter || counter.hallId !== person.hallId) {
      throw new ProblemException(422, 'session.counter-not-yours', '这个窗口不在您的大厅。请重新选择窗口。');
    }
    return counter.id;
  }
}
