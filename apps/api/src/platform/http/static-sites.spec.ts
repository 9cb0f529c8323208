import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import { registerSites } from './static-sites.js';

let folder: string;
let server: FastifyInstance;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onewindow-site-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>前台</title>');
  writeFileSync(join(folder, 'assets/app-1a2b3c.js'), 'console.log("plain")'.repeat(200));
  writeFileSync(join(folder, 'assets/app-1a2b3c.js.br'), 'compressed before');
  writeFileSync(join(folder, 'sw.js'), 'self.skipWaiting()');
  server = fastify();
  await registerSites(server, [
    { name: 'front', title: '前台', folder },
    { name: 'back', title: '后台', folder: join(folder, 'not-built') },
  ]);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers });

describe('the sites', () => {
  it.each(['/front/', '/front/cases', '/front/cases/440199?tab=1'])('show the page at %s, always fresh', async (url) => {
    const answer = await get(url);
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ]);
    expect(answer.body).toContain('前台');
  });

  it('give hashed files for ever, as they were compressed at the build', async () => {
    const answer = await get('/front/assets/app-1a2b3c.js', { 'accept-encoding': 'br' });
    expect(answer.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'br' });
    expect(answer.body).toBe('compressed before');
    expect((await get('/front/assets/app-1a2b3c.js')).body).toContain('plain');
  });

  it('let the service worker be asked for anew', async () => {
    const answer = await get('/front/sw.js');
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-cache']);
    expect(answer.headers['content-type']).toContain('javascript');
  });

  it.each(['/front/assets/gone.js', '/front/..%2f..%2fetc/passwd.txt'])('know no %s', async (url) => {
    const answer = await get(url);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8']);
  });

  it.each(['display', 'kiosk'])('lead the short address of a hall’s %s to its page, and nowhere else', async (screen) => {
    expect((await get(`/${screen}/LJ-QZ`)).headers.location).toBe(`/front/${screen}/LJ-QZ`);
    expect((await get(`/${screen}/%2F%2Felsewhere.example`)).headers.location).toBe(`/front/${screen}/%2F%2Felsewhere.example`);
  });

  it('say when they are not built', async () => {
    const answer = await get('/back/');
    expect([answer.statusCode, answer.body]).toEqual([503, expect.stringContaining('还没有构建')]);
  });

  it('begin at the front office', async () => {
    expect((await get('/')).headers.location).toBe('/front/');
    expect((await get('/back')).headers.location).toBe('/back/');
  });
});
