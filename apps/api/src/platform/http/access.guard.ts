import { timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type Access, mayCall } from '@onewindow/contracts';
import type { FastifyRequest } from 'fastify';
import type {} from '@fastify/cookie';
import { SESSION_COOKIE } from '../auth/session-cookie.js';
import { SessionGate } from '../auth/session-gate.js';
import { endpointOf } from './endpoint.decorator.js';
import { PROBLEMS } from './problems.js';
import './request-augmentation.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Reading one's session, signing out and changing the password stay open to holders of a first password. */
const OWN_SESSION = '/session';
const otherRoutes = new WeakMap<object, 'public' | 'signed-in'>();

/** Access of a route that is not in the endpoint table, such as health and the live stream. */
export function RouteAccess(access: 'public' | 'signed-in') {
  return (_: object, __: string, descriptor: PropertyDescriptor): void => {
    otherRoutes.set(descriptor.value as object, access);
  };
}

function sameToken(given: unknown, expected: string): boolean {
  if (typeof given !== 'string') return false;
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Decides by role (route); what the actor may do to which record is decided by the commands. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly gate: SessionGate) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    const definition = endpointOf(handler);
    const access: Access | undefined = definition?.access ?? otherRoutes.get(handler);
    if (access === undefined) throw new Error(`${handler.name} says nothing about its access`);
    if (access === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = request.cookies[SESSION_COOKIE];
    const actor = token ? await this.gate.findActor(token) : null;
    if (!actor) throw PROBLEMS.signedOut();
    if (request.method !== 'GET' && !sameToken(request.headers['x-csrf-token'], this.gate.csrfToken(actor.sessionId)))
      throw PROBLEMS.csrf();
    if (actor.mustChangePassword && !definition?.path.startsWith(OWN_SESSION)) throw PROBLEMS.mustChangePassword();
    if (!mayCall({ access }, actor.roles)) throw PROBLEMS.notYourRole();
    if (definition?.idempotent && !UUID.test(String(request.headers['idempotency-key'] ?? ''))) throw PROBLEMS.keyMissing();
    request.actor = actor;
    return true;
  }
}
