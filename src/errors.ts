import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import ProblemPage from './ui/layout/ProblemPage.svelte';
import type { Platform } from './platform/context.ts';
import { langOf, RefusalError, sendPage } from './platform/http/index.ts';
import { problemStatus, problemText, type Refusal, refusePlatform } from './platform/problem.ts';

/** Answers refusals and errors: JSON under /api, a helpful page elsewhere. Unexpected ones are logged, never shown. */
export function answerErrors(app: FastifyInstance, platform: Platform): void {
  app.setNotFoundHandler(async (request, reply) => answer(platform, request, reply, refusePlatform('not-found')));
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const refusal = toRefusal(error);
    if (refusal) return answer(platform, request, reply, refusal);
    platform.log.error({ err: error, route: request.routeOptions.url }, 'unexpected error');
    return answer(platform, request, reply, null);
  });
}

function toRefusal(error: FastifyError): Refusal | null {
  if (error instanceof RefusalError) return error.refusal;
  if (error.code === 'FST_REQ_FILE_TOO_LARGE' || error.statusCode === 413) return refusePlatform('too-large');
  if (error.validation || (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)) {
    return refusePlatform('bad-request');
  }
  return null;
}

/** @param refusal null = our own mistake (500). */
async function answer(platform: Platform, request: FastifyRequest, reply: FastifyReply, refusal: Refusal | null) {
  const lang = langOf(request);
  const status = refusal ? problemStatus(refusal) : 500;
  if (refusal) platform.metrics.refusals.inc({ code: refusal.refused });
  if (request.url.startsWith('/api/')) {
    return reply
      .code(status)
      .type('application/problem+json')
      .send(JSON.stringify({
        type: `urn:baccau:problem:${refusal?.refused ?? 'platform.internal'}`,
        status,
        title: refusal ? problemText(refusal, lang) : 'Lỗi của hệ thống. Mời thử lại sau ít phút.',
      }));
  }
  return sendPage(platform, reply, {
    component: ProblemPage,
    props: { lang, status, message: refusal ? problemText(refusal, lang) : null, demo: platform.config.demo, reference: request.id },
    title: String(status),
    lang,
    status,
  });
}
