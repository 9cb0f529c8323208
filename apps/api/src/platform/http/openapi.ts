import { type Endpoint, fillPath } from '@onewindow/contracts';
import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';

type Json = Record<string, unknown>;

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  return json;
}

function parametersOf(place: 'path' | 'query', schema: z.ZodType | undefined): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Json; required?: string[] };
  return Object.entries(properties).map(([name, inner]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: inner,
  }));
}

function bodyOf(endpoint: Endpoint): Json {
  if (endpoint.bodyKind === 'file') {
    const schema = { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] };
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } };
  }
  if (!endpoint.body) return {};
  return { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } } } };
}

const PROBLEM = {
  description: '拒绝：problem+json',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function operationOf(name: string, endpoint: Endpoint): Json {
  const content =
    endpoint.responseKind === 'file'
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: schemaOf(endpoint.response, 'output') } };
  const headers: Json[] = [];
  const header = (title: string, description: string): Json => ({
    name: title,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string' },
  });
  if (endpoint.idempotent) headers.push(header('Idempotency-Key', 'UUID；同一编号得到同一答复，保存 7 天'));
  if (endpoint.method !== 'GET' && endpoint.access !== 'public') headers.push(header('X-CSRF-Token', '登录或 GET /api/session 给出的值'));
  const roles =
    typeof endpoint.access === 'string' ? { public: '公开', 'signed-in': '已登录' }[endpoint.access] : endpoint.access.join(', ');
  return {
    operationId: name,
    summary: endpoint.summary,
    description: `权限：${roles}`,
    tags: [endpoint.path.split('/')[1] ?? 'api'],
    parameters: [...parametersOf('path', endpoint.params), ...parametersOf('query', endpoint.query), ...headers],
    ...bodyOf(endpoint),
    responses: { [endpoint.status]: { description: '成功', content }, default: PROBLEM },
    ...(endpoint.access === 'public' ? {} : { security: [{ session: [] }] }),
  };
}

/** The OpenAPI 3.1 document of an endpoint table. */
export function openApiDocument(endpoints: Readonly<Record<string, Endpoint>>, problem: z.ZodType): OpenAPIObject {
  const paths: Record<string, Json> = {};
  for (const [name, endpoint] of Object.entries(endpoints)) {
    const path = `/api${fillPath(endpoint.path, (name) => `{${name}}`)}`;
    (paths[path] ??= {})[endpoint.method.toLowerCase()] = operationOf(name, endpoint);
  }
  return {
    openapi: '3.1.0',
    info: { title: '一窗 API', version: '0.1.0', description: '由端点表（libs/contracts）印出。' },
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'ow_session' } },
    },
  } as unknown as OpenAPIObject;
}
