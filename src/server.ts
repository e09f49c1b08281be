import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import staticFiles from '@fastify/static';
import swagger from '@fastify/swagger';
import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { apis, doors } from './app.ts';
import { answerErrors } from './errors.ts';
import { health } from './health.ts';
import { recordReads } from './modules/identity/index.ts';
import { openapiInfo } from './openapi.ts';
import type { Platform } from './platform/context.ts';
import { bindCookies, compression, ownTls, rememberLang, secure } from './platform/http/index.ts';
import { newId } from './platform/ids.ts';
import { listRoutes } from './route-list.ts';

/** Largest upload: 10 MiB a file (papers check again by content). */
const UPLOAD_BYTES = 10 * 1024 * 1024;

/** Builds the web server: platform, then APIs, then doors. */
export async function buildServer(platform: Platform): Promise<FastifyInstance> {
  const tls = ownTls(platform);
  const { trustedProxies } = platform.config;
  const app = Fastify({
    ...tls?.options,
    loggerInstance: platform.log as FastifyBaseLogger,
    // Requests are measured and logged below, without addresses that may hold a secret.
    logController: new LogController({ disableRequestLogging: true }),
    // A number for the page of an error and for the log; never one that a visitor sends.
    genReqId: () => newId(),
    requestIdHeader: false,
    bodyLimit: 1024 * 1024,
    // An address holds codes and slugs; longer ones are noise.
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
    // Only these may say who the visitor is; from anybody else X-Forwarded-* is noise.
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
  }) as unknown as FastifyInstance;
  tls?.attach(app);
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  listRoutes(app);
  await app.register(compress, compression);
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: 1024 * 1024 });
  await app.register(multipart, { limits: { fileSize: UPLOAD_BYTES, files: 10, fields: 200, fieldSize: 256 * 1024 } });
  await app.register(swagger, openapiInfo);
  await app.register(staticFiles, {
    root: platform.assets.folder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
    list: false,
  });
  bindCookies(app, platform);
  secure(app, platform);
  app.addHook('onRequest', async (request, reply) => rememberLang(request, reply));
  measure(app, platform);
  answerErrors(app, platform);
  recordReads(app, platform);
  health(app, platform);
  for (const register of [...apis, ...doors]) app.register(async (scope) => register(scope, platform));
  await app.ready();
  return app;
}

function measure(app: FastifyInstance, { metrics, log }: Platform): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const seconds = reply.elapsedTime / 1000;
    metrics.requests.observe({ route, method: request.method, status: String(reply.statusCode) }, seconds);
    if (!route.startsWith('/assets/')) {
      log.debug(
        {
          requestId: request.id,
          route,
          method: request.method,
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime),
        },
        'request',
      );
    }
  });
}
