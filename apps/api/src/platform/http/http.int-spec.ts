import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ProbeApp, startProbeApp } from '../../../test/probe-app.js';
import type { RawAnswer, TestClient } from '../../../test/test-client.js';

let app: ProbeApp;
let person: TestClient;
beforeAll(async () => {
  app = await startProbeApp();
  person = await app.signedIn();
});
afterAll(() => app.close());

function expectProblem(answer: RawAnswer, status: number, code: string): void {
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status, body: { status, code, type: 'about:blank' } });
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect((answer.body as { title: string }).title).toMatch(/[\u4e00-\u9fff]/);
}

describe('input', () => {
  const post = (body: string, headers: Record<string, string> = {}): Promise<RawAnswer> =>
    person.raw('POST', '/api/probe/notes', { body, headers: { 'content-type': 'application/json', ...headers } });

  it.each([
    ['broken JSON', '{"text":', 400, 'request.malformed'],
    ['a trailing comma', '{"text":"a",}', 400, 'request.malformed'],
    ['a prototype', '{"text":"a","__proto__":{"x":1}}', 400, 'request.malformed'],
    ['a constructor', '{"text":"a","constructor":{"prototype":{}}}', 400, 'request.malformed'],
    ['no body', '', 400, 'request.invalid'],
    ['a list', '[]', 400, 'request.invalid'],
    ['null', 'null', 400, 'request.invalid'],
    ['a wrong type', '{"text":5}', 400, 'request.invalid'],
    ['an unknown field', '{"text":"a","role":"chief"}', 400, 'request.invalid'],
    ['NUL in a value', '{"text":"a\\u0000b"}', 400, 'request.invalid'],
    ['NUL deep inside', '{"text":"a","data":{"x":[{"y":"\\u0000"}]}}', 400, 'request.invalid'],
    ['NUL in a key', '{"text":"a","data":{"\\u0000":1}}', 400, 'request.invalid'],
    ['half a surrogate pair', '{"text":"\\ud83d"}', 400, 'request.invalid'],
    ['bottomless nesting', `{"text":"a","data":{"x":${'['.repeat(5_000)}${']'.repeat(5_000)}}}`, 400, 'request.malformed'],
  ])('refuses %s', async (_, body, status, code) => {
    expectProblem(await post(body), status, code);
  });

  it('accepts whole surrogate pairs, escaped backslashes and rare characters', async () => {
    const answer = await post('{"text":"\\ud842\\udfb7 \\\\u0000 𠮷"}');
    expect(answer).toMatchObject({ status: 201, body: { text: '𠮷 \\u0000 𠮷' } });
  });

  it('says which field is wrong, in Chinese', async () => {
    const answer = await post('{"text":""}');
    expectProblem(answer, 400, 'request.invalid');
    expect(answer.body).toMatchObject({ errors: [{ path: 'body.text' }] });
    expect(JSON.stringify(answer.body)).not.toMatch(/Too small|Invalid input/);
  });

  it('refuses a body over 1 MiB, announced or not', async () => {
    expectProblem(await post(JSON.stringify({ text: 'x'.repeat(1_100_000) })), 413, 'request.too-large');
    const stream = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 12; i += 1) controller.enqueue(new TextEncoder().encode(' '.repeat(100_000)));
        controller.close();
      },
    });
    const answer = await fetch(`${app.baseUrl}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect(answer.status).toBe(413);
  });

  it.each([
    ['text/plain', 'a=b'],
    ['application/x-www-form-urlencoded', 'text=a'],
    ['application/xml', '<a/>'],
    ['nonsense', 'x'],
  ])('refuses the media type %s', async (type, body) => {
    expectProblem(await post(body, { 'content-type': type }), 415, 'request.media-type-unsupported');
  });

  it.each([
    ['/api/probe/notes/not-a-uuid', 'request.invalid'],
    ['/api/probe/notes/%00', 'request.malformed'],
    ['/api/probe/notes/0190a000-0000-7000-8000-00000000000%30?big=1e400', 'request.invalid'],
    ['/api/probe/notes/0190a000-0000-7000-8000-000000000000?big=99999999999999999999', 'request.invalid'],
    ['/api/probe/notes/0190a000-0000-7000-8000-000000000000?big=1&big=2', 'request.invalid'],
    ['/api/probe/notes/0190a000-0000-7000-8000-000000000000?other=1', 'request.invalid'],
    ['/api/probe/unchecked?value=99999999999999', 'request.invalid'],
    ['/api/probe/unchecked?value=abc', 'request.invalid'],
  ])('refuses the address %s', async (path, code) => {
    expectProblem(await person.raw('GET', path), 400, code);
  });

  it.each(['/api/probe/notes/%E0%A4%A', '/api/%', '/api/%ff%fe'])('refuses the undecodable address %s', async (path) => {
    const answer = await person.raw('GET', path);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it('knows no other addresses', async () => {
    expectProblem(await person.raw('GET', '/api/nowhere'), 404, 'route.not-found');
    expectProblem(await person.raw('POST', '/api/nowhere', { json: {} }), 404, 'route.not-found');
    expectProblem(await person.raw('DELETE', '/api/probe/notes'), 404, 'route.not-found');
  });
});

describe('access', () => {
  it('asks for a session', async () => {
    expectProblem(await app.client().raw('GET', '/api/probe/auditors'), 401, 'session.required');
    expectProblem(await app.client().raw('GET', '/api/stream'), 401, 'session.required');
  });

  it('asks for the role', async () => {
    expectProblem(await person.raw('GET', '/api/probe/auditors'), 403, 'access.role-missing');
  });

  it('asks for the CSRF token', async () => {
    const json = { text: 'a' };
    expectProblem(
      await person.raw('POST', '/api/probe/notes', { json, headers: { 'x-csrf-token': 'guess' } }),
      403,
      'session.csrf-mismatch',
    );
    expectProblem(await person.raw('POST', '/api/probe/notes', { json, headers: { 'x-csrf-token': '' } }), 403, 'session.csrf-mismatch');
  });

  it('refuses other origins', async () => {
    const json = { text: 'a' };
    const foreign: [string, string][] = [
      ['origin', 'https://evil.example'],
      ['sec-fetch-site', 'cross-site'],
      ['sec-fetch-site', 'same-site'],
      ['origin', 'null'],
    ];
    for (const [name, value] of foreign) {
      const headers = { [name]: value };
      expectProblem(await person.raw('POST', '/api/probe/notes', { json, headers }), 403, 'request.cross-origin');
    }
    expectProblem(
      await app.client().raw('POST', '/api/session', { json: { name: 'a', password: 'b' }, headers: { origin: 'https://evil.example' } }),
      403,
      'request.cross-origin',
    );
    expect((await person.raw('POST', '/api/probe/notes', { json, headers: { origin: app.baseUrl } })).status).toBe(201);
  });

  it('asks for an idempotency key that is a UUID', async () => {
    const json = { text: 'a' };
    expectProblem(await person.raw('POST', '/api/probe/notes', { json, idempotencyKey: null }), 400, 'idempotency.key-missing');
    expectProblem(await person.raw('POST', '/api/probe/notes', { json, idempotencyKey: 'twelve' }), 400, 'idempotency.key-missing');
  });
});

describe('answers', () => {
  it('hold what the contract names and nothing else', async () => {
    const answer = await app.client().raw('GET', '/api/probe/talkative');
    expect(answer).toMatchObject({ status: 200, body: { shown: 'yes' } });
    expect(answer.text).not.toContain('passwordHash');
  });

  it('outside the contract are a mistake of the server, told without detail', async () => {
    const answer = await app.client().raw('GET', '/api/probe/wrong-answer');
    expectProblem(answer, 500, 'service.error');
    expect(answer.text).not.toMatch(/count|seven|contract/);
  });

  it('never tell what broke inside', async () => {
    const answer = await person.raw('POST', '/api/probe/notes', { json: { text: 'a', then: 'crash' } });
    expectProblem(answer, 500, 'service.error');
    expect(answer.text).not.toContain('secret');
    const { facts, title } = answer.body as { facts: { requestId: string }; title: string };
    expect(title).toContain(facts.requestId);
  });

  it('carry the refusal of a rule with its facts', async () => {
    const answer = await person.raw('POST', '/api/probe/notes', { json: { text: 'a', then: 'refuse' } });
    expectProblem(answer, 409, 'probe.refused');
    expect(answer.body).toMatchObject({ facts: { holderName: '王' } });
  });

  it('carry security headers', async () => {
    const { headers } = await app.client().raw('GET', '/api/health');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).not.toContain("'unsafe-eval'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('documents and sites', () => {
  it('prints OpenAPI from the endpoint table', async () => {
    const { status, body } = await app.client().raw('GET', '/api/openapi.json');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      openapi: '3.1.0',
      paths: { '/api/session': { post: { operationId: 'signIn' }, get: { operationId: 'getSession' } } },
    });
  });

  it('shows the document with its own assets', async () => {
    const page = await app.client().raw('GET', '/api/docs');
    const html = page.status >= 300 && page.status < 400 ? await app.client().raw('GET', page.headers.get('location') ?? '') : page;
    expect(html.status).toBe(200);
    expect(html.text).not.toMatch(/https?:\/\/(?!localhost)[^"]*\.(js|css)/);
    const script = /src="([^"]*swagger-ui-bundle\.js)"/.exec(html.text)?.[1] ?? 'missing';
    const bundle = await app.client().raw('GET', new URL(script, `${app.baseUrl}/api/docs/`).pathname);
    expect(bundle.status).toBe(200);
  });

  it('leads to the front office', async () => {
    const answer = await app.client().raw('GET', '/');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/front/']);
    expect((await app.client().raw('GET', '/front')).headers.get('location')).toBe('/front/');
  });
});
