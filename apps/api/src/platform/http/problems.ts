import { DomainError, type DomainErrorKind } from '@onewindow/domain';
import type { Problem } from '@onewindow/contracts';

/** A refusal that only HTTP knows: session, access, size, media type. Rules throw `DomainError` instead. */
export class ProblemException extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly errors?: Problem['errors'],
    readonly facts?: Record<string, unknown>,
  ) {
    super(`${code}: ${title}`);
  }
}

const STATUS_OF = { invalid: 400, forbidden: 403, 'not-found': 404, state: 409, rule: 422 } as const satisfies Record<
  DomainErrorKind,
  number
>;

/** The problem+json of a rule's refusal. */
export function problemOfDomainError(error: DomainError): Problem {
  return problemOf(STATUS_OF[error.kind], error.code, error.title, error.facts ? { facts: error.facts } : {});
}

/** A problem+json document. */
export function problemOf(status: number, code: string, title: string, more: Pick<Problem, 'errors' | 'facts' | 'detail'> = {}): Problem {
  return { type: 'about:blank', title, status, code, ...more };
}

export const PROBLEMS = {
  signedOut: () => new ProblemException(401, 'session.required', '还没有登录，或登录已过期。请重新登录。'),
  notYourRole: () => new ProblemException(403, 'access.role-missing', '您的岗位不能做这项操作。需要时请联系安全管理员。'),
  mustChangePassword: () => new ProblemException(403, 'session.password-change-required', '请先修改初始密码，再继续使用。'),
  csrf: () => new ProblemException(403, 'session.csrf-mismatch', '页面已过期，操作没有执行。请刷新页面后重试。'),
  crossOrigin: () => new ProblemException(403, 'request.cross-origin', '请求来自别的网站，已拒绝。请从本系统页面操作。'),
  keyMissing: () => new ProblemException(400, 'idempotency.key-missing', '请求缺少操作编号（Idempotency-Key，UUID）。请刷新页面后重试。'),
  notFound: () => new ProblemException(404, 'route.not-found', '没有这个地址。请检查链接。'),
  tooLarge: () => new ProblemException(413, 'request.too-large', '提交的内容太大。请减少内容后重试。'),
  mediaType: () => new ProblemException(415, 'request.media-type-unsupported', '提交的内容格式不受支持。'),
  invalid: (errors: Problem['errors']) =>
    new ProblemException(400, 'request.invalid', '提交的内容不符合要求。请按提示修改后重试。', errors),
  malformed: () => new ProblemException(400, 'request.malformed', '提交的内容无法识别。请刷新页面后重试。'),
  unavailable: () => new ProblemException(503, 'service.unavailable', '服务暂时不可用，操作没有执行。请稍后重试。'),
  busy: () => new ProblemException(503, 'service.busy', '同时操作的人太多，这次没有执行。请重试。'),
} as const satisfies Record<string, (errors: Problem['errors']) => ProblemException>;
