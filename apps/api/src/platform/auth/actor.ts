import type { Role } from '@onewindow/domain';

/** The signed-in person on whose behalf a command runs. */
export interface Actor {
  readonly staffId: string;
  readonly staffNo: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly departmentId: string | null;
  readonly hallId: string | null;
  readonly counterId: string | null;
  readonly regionCode: string;
  readonly sessionId: string;
  /** Blind index of the person's own identity number, for recusal (R5.6). */
  readonly identityIndex: string | null;
  /** Until the first password is changed, nothing but that is allowed. */
  readonly mustChangePassword: boolean;
}

/** True when the actor holds one of the roles. */
export function hasRole(actor: Actor, ...roles: Role[]): boolean {
  return roles.some((role) => actor.roles.includes(role));
}
