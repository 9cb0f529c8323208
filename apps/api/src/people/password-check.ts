import { Injectable } from '@nestjs/common';
import { Clock, Database, ProblemException, Sealer } from '../platform/index.js';
import { passwordMatches } from './passwords.js';
import {
  COUNT_TRY,
  COUNT_UNKNOWN_TRY,
  type CredentialRow,
  FIND_CREDENTIALS,
  FORGIVE_TRIES,
  LOCKED_UNTIL,
  UNKNOWN_LOCKED_UNTIL,
} from './people.statements.js';

/** This many wrong passwords in a row lock the account. */
const TRIES = 5;
const LOCK_MINUTES = 15;

interface TryCount {
  readonly failedCount: number;
  readonly lockedUntil: Date | null;
}

const clockTime = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false });

function locked(until: Date): ProblemException {
  return new ProblemException(
    403,
    'session.locked',
    `密码错了 ${TRIES} 次，账号锁定到 ${clockTime.format(until)}。到时再试，或请安全管理员重置密码。`,
    undefined,
    {
      lockedUntil: until.toISOString(),
      triesLeft: 0,
    },
  );
}

/** @param asked what was typed; at the lock screen and for a new password it is the password alone */
function wrong(count: TryCount, asked: string): ProblemException {
  if (count.lockedUntil) return locked(count.lockedUntil);
  const triesLeft = TRIES - count.failedCount;
  const title = `${asked}不对，还可以试 ${triesLeft} 次，之后锁定 ${LOCK_MINUTES} 分钟。`;
  return new ProblemException(401, 'session.credentials-wrong', title, undefined, { triesLeft });
}

const BOTH = '工号、手机号或密码';

/** Digits of a telephone number as they are indexed. */
export function normalisedPhone(phone: string): string {
  return phone.replace(/[\s-]/g, '').replace(/^\+86/, '');
}

/** Checks passwords and counts wrong ones; known and unknown names get the same answers in the same time. */
@Injectable()
export class PasswordCheck {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /** The person with this name (staff number or telephone number) and password; throws otherwise. */
  async byName(name: string, password: string): Promise<CredentialRow> {
    const phoneIndex = this.sealer.blindIndex(normalisedPhone(name), 'staff.phone');
    const [person] = await this.database.query(FIND_CREDENTIALS, [name.toUpperCase(), phoneIndex]);
    if (!person) throw await this.refuseUnknown(name, password);
    await this.ofPerson(person, password, BOTH);
    return person;
  }

  /** Throws unless this is the person's password. */
  async ofPerson(person: CredentialRow, password: string, asked = '密码'): Promise<void> {
    const now = this.clock.now();
    const [count] = await this.database.query(COUNT_TRY, [person.id, now, TRIES, this.lockEnd(now)]);
    const matches = await passwordMatches(person.passwordHash, password);
    if (!count) throw locked(await this.lockOf(person.id, now));
    if (!matches) throw wrong(count, asked);
    await this.database.query(FORGIVE_TRIES, [person.id]);
    if (!person.active) throw new ProblemException(403, 'session.account-disabled', '账号已停用。请联系安全管理员。');
  }

  private async refuseUnknown(name: string, password: string): Promise<ProblemException> {
    const now = this.clock.now();
    const nameHash = this.sealer.blindIndex(name.toUpperCase(), 'sign-in.unknown');
    const [count] = await this.database.query(COUNT_UNKNOWN_TRY, [nameHash, now, TRIES, this.lockEnd(now)]);
    await passwordMatches(null, password);
    if (count) return wrong(count, BOTH);
    const [row] = await this.database.query(UNKNOWN_LOCKED_UNTIL, [nameHash]);
    return locked(row?.lockedUntil ?? now);
  }

  private async lockOf(staffId: string, now: Date): Promise<Date> {
    const [row] = await this.database.query(LOCKED_UNTIL, [staffId]);
    return row?.lockedUntil ?? now;
  }

  private lockEnd(now: Date): Date {
    return new Date(now.getTime() + LOCK_MINUTES * 60_000);
  }
}
