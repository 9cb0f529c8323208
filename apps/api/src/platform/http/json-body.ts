import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PROBLEMS } from './problems.js';

/** Deeper nesting is nobody's form; it would only exhaust the stack. */
const DEEPEST = 40;
const SUSPICIOUS = /\\u(?:0000|[dD][89a-fA-F])/;

/** Deepest nesting of a JSON text, seen without parsing it. */
export function nestingOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < json.length; i += 1) {
    const c = json.charCodeAt(i);
    if (inString) {
      if (c === 0x5c) i += 1;
      else if (c === 0x22) inString = false;
    } else if (c === 0x22) inString = true;
    else if (c === 0x7b || c === 0x5b) deepest = Math.max(deepest, (depth += 1));
    else if (c === 0x7d || c === 0x5d) depth -= 1;
  }
  return deepest;
}

/** True when PostgreSQL can hold the text: no NUL, no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

function everyStringStorable(value: unknown): boolean {
  if (typeof value === 'string') return isStorable(value);
  if (Array.isArray(value)) return value.every(everyStringStorable);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => isStorable(key) && everyStringStorable(inner));
}

/** Replaces Fastify's JSON parser by one that also refuses what no column can hold. */
export function registerJsonBody(instance: FastifyInstance): void {
  const parse = instance.getDefaultJsonParser('error', 'error');
  instance.removeContentTypeParser(['application/json', 'text/plain']);
  instance.addContentTypeParser('application/json', { parseAs: 'string' }, (request: FastifyRequest, body: string, done) => {
    if (body.length === 0) {
      done(null, undefined);
      return;
    }
    if (nestingOf(body) > DEEPEST) {
      done(PROBLEMS.malformed());
      return;
    }
    const suspicious = SUSPICIOUS.test(body);
    void parse(request, body, (error, value: unknown) => {
      if (error) done(PROBLEMS.malformed());
      else if (suspicious && !everyStringStorable(value)) done(PROBLEMS.invalid([{ path: 'body', message: '含有不能保存的字符' }]));
      else done(null, value);
    });
  });
}

/** NUL in a path or a query string: refused before anything is looked up. */
export function registerAddressCheck(instance: FastifyInstance): void {
  instance.addHook('onRequest', (request, _reply, done) => {
    done(request.url.includes('%00') ? PROBLEMS.malformed() : undefined);
  });
}
