import { resolve } from 'node:path';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { type Endpoint, endpoints, problem } from '@onewindow/contracts';
import type { DynamicModule } from '@nestjs/common';
import type { FastifyInstance, FastifyReply } from 'fastify';
import helmet from 'helmet';
import { z } from 'zod';
import type { AppConfig } from '../config/app-config.js';
import { registerAccessLog, requestIds } from '../logging/access-log.js';
import type { PinoLogger } from '../logging/pino-logger.js';
import { registerAddressCheck, registerJsonBody } from './json-body.js';
import { plainWords } from './plain-words.js';
import { sendProblem } from './problem.filter.js';
import { PROBLEMS } from './problems.js';
import { openApiDocument } from './openapi.js';
import { registerSites } from './static-sites.js';

const BODY_LIMIT = 1024 * 1024;
/** A request that has not come in whole by then is given up; 20 MB take that long on a poor line. */
const REQUEST_TIMEOUT_MS = 300_000;

/** antd writes style elements; pdf.js runs WebAssembly. Neither needs eval. */
const CONTENT_SECURITY_POLICY = {
  'default-src': ["'self'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'", 'data:'],
  // A preview is drawn from a blob that the page itself has made.
  'connect-src': ["'self'", 'blob:'],
  'worker-src': ["'self'", 'blob:'],
  'frame-src': ["'self'", 'blob:'],
  'object-src': ["'none'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'self'"],
} as const;

function adapterFor(config: AppConfig): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: config.trustProxy.includes(',') ? config.trustProxy.split(',').map((part) => part.trim()) : config.trustProxy,
    logger: false,
    genReqId: requestIds(),
    // A stop waits for answers under way.
    forceCloseConnections: 'idle',
    requestTimeout: REQUEST_TIMEOUT_MS,
    frameworkErrors: (_error: unknown, _request: unknown, reply: FastifyReply) => sendProblem(reply, PROBLEMS.malformed()),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
  });
}

/** The same headers on every answer, so they are made once: the plugin for Fastify makes them anew for each request. */
function registerSecurityHeaders(instance: FastifyInstance, config: AppConfig): void {
  const secured = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        ...Object.fromEntries(Object.entries(CONTENT_SECURITY_POLICY).map(([name, values]) => [name, [...values]])),
        // The bridge of a card reader runs on the workstation itself.
        'connect-src': [...CONTENT_SECURITY_POLICY['connect-src'], ...(config.cardReaderOrigin === null ? [] : [config.cardReaderOrigin])],
      },
    },
    strictTransportSecurity: config.secureCookies,
    crossOriginEmbedderPolicy: false,
    frameguard: { action: 'sameorigin' },
  });
  instance.addHook('onRequest', (request, reply, done) => secured(request.raw, reply.raw, () => done()));
}

/** Makes the HTTP application: security headers, body parsers, documents, both sites. It does not listen yet. */
export async function createHttpApp(
  module: Type<unknown> | DynamicModule,
  config: AppConfig,
  logger: PinoLogger,
): Promise<NestFastifyApplication> {
  z.config({ ...z.locales.zhCN(), customError: plainWords });
  const adapter = adapterFor(config);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { bodyParser: false, logger, abortOnError: false });
  const instance = adapter.getInstance();
  registerSecurityHeaders(instance, config);
  await app.register(cookie);
  await app.register(multipart, { throwFileSizeLimit: false });
  registerAccessLog(instance, logger.child('http', config.accessLogLevel));
  registerJsonBody(instance);
  registerAddressCheck(instance);
  await registerSites(instance, [
    { name: 'front', title: '前台', folder: resolve(import.meta.dirname, '../../../../front-office/dist') },
    { name: 'back', title: '后台', folder: resolve(import.meta.dirname, '../../../../back-office/dist') },
  ]);
  // Go's rule: an unsafe request must come from the same origin, by Sec-Fetch-Site or by Origin.
  app.enableCsrfProtection();
  const table = endpoints as unknown as Readonly<Record<string, Endpoint>>;
  SwaggerModule.setup('api/docs', app, () => openApiDocument(table, problem), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: '一窗 API',
  });
  app.enableShutdownHooks([]);
  return app;
}
