import type { Role } from '@onewindow/domain';
import type { z } from 'zod';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Who may call: anybody, anybody signed in, or the holders of one of these roles. Records are checked by the commands. */
export type Access = 'public' | 'signed-in' | readonly Role[];

/** Who works through the tasks of a department. */
export const reviewer = ['approver', 'chief'] as const satisfies Access;

/**
 * Whether the holder of these roles may call an endpoint at all; what may be done to which record is its command's word.
 * Server and screens ask the same: a place of which every endpoint is closed to a person is not offered to them.
 * @param endpoint an endpoint of the table
 * @param roles the roles of somebody who is signed in
 */
export function mayCall({ access }: Pick<Endpoint, 'access'>, roles: readonly Role[]): boolean {
  return typeof access === 'string' || access.some((role) => roles.includes(role));
}

/** How the body travels. `file` is a single multipart file, streamed; `none` for GET and bodiless commands. */
export type BodyKind = 'json' | 'file' | 'none';

export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly method: HttpMethod;
  /** Path below `/api`, with `:name` parameters. */
  readonly path: string;
  /** One Chinese sentence for the OpenAPI document. */
  readonly summary: string;
  readonly access: Access;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly response: Response;
  readonly bodyKind: BodyKind;
  /** Status of a success; 200 unless said. */
  readonly status: number;
  /** True when the request must carry an `Idempotency-Key`: every mutating request of a signed-in person. */
  readonly idempotent: boolean;
  /** `file` when the answer is a stream of bytes and not JSON. */
  readonly responseKind: 'json' | 'file';
}

type Spec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = Pick<
  Endpoint<P, Q, B, R>,
  'method' | 'path' | 'summary' | 'access' | 'response'
> &
  Partial<Pick<Endpoint<P, Q, B, R>, 'params' | 'query' | 'body' | 'bodyKind' | 'status' | 'idempotent' | 'responseKind'>>;

/**
 * Declares one endpoint of the API, once for server, clients and OpenAPI.
 * @param spec method, path below `/api`, access, schemas. Mutating endpoints of signed-in persons are idempotent unless said otherwise.
 * @returns the same with defaults filled in.
 */
export function endpoint<
  P extends z.ZodType = z.ZodNever,
  Q extends z.ZodType = z.ZodNever,
  B extends z.ZodType = z.ZodNever,
  R extends z.ZodType = z.ZodNever,
>(spec: Spec<P, Q, B, R>): Endpoint<P, Q, B, R> {
  const mutating = spec.method !== 'GET';
  return {
    ...spec,
    bodyKind: spec.bodyKind ?? (spec.body ? 'json' : 'none'),
    status: spec.status ?? 200,
    idempotent: spec.idempotent ?? (mutating && spec.access !== 'public'),
    responseKind: spec.responseKind ?? 'json',
  };
}

type Out<T> = T extends z.ZodNever ? undefined : T extends z.ZodType ? z.output<T> : undefined;
type In<T> = T extends z.ZodNever ? undefined : T extends z.ZodType ? z.input<T> : undefined;

/** What the server's handler receives after validation. */
export interface InputOf<E extends Endpoint> {
  params: Out<NonNullable<E['params']>>;
  query: Out<NonNullable<E['query']>>;
  body: Out<NonNullable<E['body']>>;
}

type Part<K extends string, T> = [T] extends [undefined] ? { [P in K]?: undefined } : { [P in K]: T };
/** What a client passes. */
export type RequestOf<E extends Endpoint> = Part<'params', In<NonNullable<E['params']>>> &
  (Partial<Record<string, unknown>> extends In<NonNullable<E['query']>>
    ? { query?: In<NonNullable<E['query']>> }
    : Part<'query', In<NonNullable<E['query']>>>) &
  Part<'body', In<NonNullable<E['body']>>>;

/** What the server answers, and the client gets. */
export type ResponseOf<E extends Endpoint> = z.output<E['response']>;
