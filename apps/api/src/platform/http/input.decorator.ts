import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Endpoint as EndpointDefinition, Problem } from '@onewindow/contracts';
import type { FastifyRequest } from 'fastify';
import type { CommandContext } from '../commands/command-context.js';
import { requestHash } from '../commands/canonical-hash.js';
import { endpointOf } from './endpoint.decorator.js';
import { PROBLEMS } from './problems.js';

interface ValidatedInput {
  params: unknown;
  query: unknown;
  body: unknown;
}
type Part = keyof ValidatedInput;
type Errors = NonNullable<Problem['errors']>;

const PARTS = ['params', 'query', 'body'] as const;

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

function validatePart(definition: EndpointDefinition, part: Part, value: unknown, errors: Errors): unknown {
  const schema = definition[part];
  if (!schema) {
    if (part === 'body' && definition.bodyKind === 'file') return undefined;
    if (!isEmpty(value)) errors.push({ path: part, message: '这里不接受内容' });
    return undefined;
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) errors.push({ path: [part, ...issue.path].join('.'), message: issue.message });
  return undefined;
}

/** Validates a request once; the result is kept for the other parameters of the same method. */
function validated(definition: EndpointDefinition, request: FastifyRequest): ValidatedInput {
  if (request.validatedInput) return request.validatedInput as ValidatedInput;
  const errors: Errors = [];
  const input: ValidatedInput = { params: undefined, query: undefined, body: undefined };
  for (const part of PARTS) input[part] = validatePart(definition, part, request[part], errors);
  if (errors.length > 0) throw PROBLEMS.invalid(errors.slice(0, 50));
  request.validatedInput = input;
  return input;
}

function definitionOf(context: ExecutionContext): EndpointDefinition {
  const definition = endpointOf(context.getHandler());
  if (!definition) throw new Error(`${context.getHandler().name} has no @Endpoint`);
  return definition;
}

/** The validated input of the endpoint: `@Input() input: InputOf<typeof endpoints.acceptCase>`. */
export const Input = createParamDecorator((_: undefined, context: ExecutionContext) =>
  validated(definitionOf(context), context.switchToHttp().getRequest<FastifyRequest>()),
);

/** Who asks, from where, under which idempotency key: `@Ctx() ctx: CommandContext`. Only on endpoints for signed-in people. */
export const Ctx = createParamDecorator((_: undefined, context: ExecutionContext): CommandContext => {
  const definition = definitionOf(context);
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const { actor } = request;
  if (!actor) throw new Error(`${definition.path} is public: it has no actor`);
  const key = definition.idempotent ? request.headers['idempotency-key'] : undefined;
  return {
    actor,
    ip: request.ip,
    idempotency:
      typeof key === 'string'
        ? { key, requestHash: requestHash(`${request.method} ${definition.path}`, validated(definition, request)) }
        : null,
  };
});
