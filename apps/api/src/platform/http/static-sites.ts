import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './problem.filter.js';
import { PROBLEMS } from './problems.js';

/** A built single-page application: its address below `/` and the folder of its `dist`. */
export interface Site {
  readonly name: 'front' | 'back';
  readonly title: string;
  readonly folder: string;
}

const HASHED = /\/assets\//;
const YEAR_SECONDS = 31_536_000;

const NOT_BUILT = (title: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><p>${title}的页面还没有构建。请运行 npm start，或在开发时打开 npm run dev 给出的地址。</p>`;

async function registerSite(scope: FastifyInstance, site: Site): Promise<void> {
  if (!existsSync(join(site.folder, 'index.html'))) {
    scope.get('/*', (_request, reply) => reply.type('text/html; charset=utf-8').status(503).send(NOT_BUILT(site.title)));
    return;
  }
  await scope.register(compress, { global: true, threshold: 1_024, encodings: ['br', 'gzip'] });
  await scope.register(fastifyStatic, {
    root: site.folder,
    prefix: '/',
    decorateReply: true,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const value = HASHED.test(path) ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache';
      reply.header('cache-control', value);
    },
  });
  // Addresses of the router inside the page lead to the page; a missing asset stays missing.
  scope.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
    const isPage = request.method === 'GET' && !/\.[a-z0-9]{2,5}(?:\?|$)/i.test(request.url);
    if (isPage) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    sendProblem(reply, PROBLEMS.notFound());
    return reply;
  });
}

/** What hangs in a hall is called up by a short address, typed on a device without a keyboard worth the name. */
const HALL_SCREENS = ['display', 'kiosk'] as const;

/** Serves both applications at `/front/` and `/back/`; `/` leads to the front office, `/display/<hall>` and `/kiosk/<hall>` to its screens. */
export async function registerSites(instance: FastifyInstance, sites: readonly Site[]): Promise<void> {
  for (const site of sites) {
    await instance.register((scope) => registerSite(scope, site), { prefix: `/${site.name}` });
    instance.get(`/${site.name}`, (_request, reply) => reply.redirect(`/${site.name}/`, 302));
  }
  for (const screen of HALL_SCREENS) {
    instance.get<{ Params: { hall: string } }>(`/${screen}/:hall`, ({ params }, reply) =>
      reply.redirect(`/front/${screen}/${encodeURIComponent(params.hall)}`, 302),
    );
  }
  instance.get('/', (_request, reply) => reply.redirect('/front/', 302));
}
