import { Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import type { Endpoint as EndpointDefinition, HttpMethod } from '@onewindow/contracts';
import type { z } from 'zod';

const METHODS = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete } as const satisfies Record<HttpMethod, typeof Get>;
const definitions = new WeakMap<object, EndpointDefinition>();

/** The endpoint that a controller's method implements, if it implements one. */
export function endpointOf(handler: object): EndpointDefinition | undefined {
  return definitions.get(handler);
}

/** An answer that its own contract refuses: a mistake of the server. */
export class AnswerOutsideContract extends Error {
  constructor(definition: EndpointDefinition, issues: z.core.$ZodIssue[]) {
    const places = issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    super(`${definition.method} ${definition.path} answered outside its contract: ${places}`);
  }
}

function whitelisted(definition: EndpointDefinition, answer: unknown): unknown {
  const result = definition.response.safeParse(answer);
  if (!result.success) throw new AnswerOutsideContract(definition, result.error.issues);
  return result.data;
}

type Handler = (...parameters: never[]) => unknown;

/**
 * Makes a controller's method the implementation of one endpoint of the table: route, status, access,
 * validated input (`@Input()`), and an answer that holds only what the contract names.
 */
export function Endpoint<E extends EndpointDefinition>(definition: E) {
  return <H extends Handler>(target: object, key: string, descriptor: TypedPropertyDescriptor<H>): void => {
    const original = descriptor.value;
    if (!original) throw new Error(`@Endpoint belongs on a method: ${key}`);
    const implementation =
      definition.responseKind === 'file'
        ? original
        : async function (this: unknown, ...parameters: never[]): Promise<unknown> {
            return whitelisted(definition, await original.apply(this, parameters));
          };
    descriptor.value = implementation as H;
    definitions.set(implementation, definition);
    METHODS[definition.method](`/api${definition.path}`)(target, key, descriptor);
    HttpCode(definition.status)(target, key, descriptor);
  };
}
