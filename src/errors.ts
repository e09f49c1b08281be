import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Component } from 'svelte';
import { citizenSignInPath, staffSignInPath } from './modules/identity/index.ts';
import { currentHomeUnit } from './modules/units/index.ts';
import type { Platform } from './platform/context.ts';
import { langOf, RefusalError, sendPage } from './platform/http/index.ts';
import { problemStatus, problemText, type Refusal, refusePlatform } from './platform/problem.ts';
import ErrorPage from './ui/layout/errors/ErrorPage.svelte';
import NotFound from './ui/layout/errors/NotFound.svelte';
import ServerError from './ui/layout/errors/ServerError.svelte';

/** Answers refusals and errors: JSON under /api, a helpful page elsewhere. Unexpected ones are logged, never shown. */
export function answerErrors(app: FastifyInstance, platform: Platform): void {
  app.setNotFoundHandler(async (request, reply) => answer(platform, request, reply, refusePlatform('not-found')));
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const refusal = toRefusal(error);
    if (refusal) return answer(platform, request, reply, refusal);
    platform.log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'unexpected error');
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
      .send(
        JSON.stringify({
          type: `urn:baccau:problem:${refusal?.refused ?? 'platform.internal'}`,
          status,
          title: refusal ? problemText(refusal, lang) : 'Lỗi của hệ thống. Mời thử lại sau ít phút.',
        }),
      );
  }
  const unit = await currentHomeUnit(platform.database.db, platform.clock.now()).catch(() => null);
  const shared = {
    lang,
    unitName: unit?.name ?? 'Bắc Cầu',
    demo: platform.config.demo,
    hotline: unit?.hotline ? { number: unit.hotline } : undefined,
    reference: request.id,
  };
  const send = <Props extends Record<string, unknown>>(component: Component<Props>, props: Props) =>
    sendPage(platform, reply, { component, props, title: TITLES[lang], lang, status });
  if (!refusal) return send(ServerError, shared);
  if (refusal.refused === 'platform.not-found') return send(NotFound, shared);
  const desk = request.url.startsWith('/desk');
  const home = desk ? '/desk' : '/';
  const back = sameSiteReferer(request);
  if (refusal.refused === 'identity.signed-out') {
    // What was typed waits on the device: the sign-in leads back to where it was typed.
    return send(ErrorPage, {
      ...shared,
      title: SIGN_IN[lang],
      lead: problemText(refusal, lang),
      action: { href: (desk ? staffSignInPath : citizenSignInPath)(back ?? home), label: SIGN_IN[lang] },
      second: { href: home, label: HOME[lang] },
    });
  }
  return send(ErrorPage, {
    ...shared,
    title: TITLES[lang],
    lead: problemText(refusal, lang),
    action: { href: back ?? home, label: BACK[lang] },
    second: { href: home, label: HOME[lang] },
  });
}

const TITLES = { vi: 'Chưa làm được việc này', en: 'This could not be done' };
const BACK = { vi: 'Quay lại', en: 'Go back' };
const SIGN_IN = { vi: 'Đăng nhập lại', en: 'Sign in again' };
const HOME = { vi: 'Về trang đầu', en: 'Go to the home page' };

/** The page that the person came from, when it is one of ours. */
function sameSiteReferer(request: FastifyRequest): string | null {
  const { referer, host } = request.headers;
  if (!referer || !URL.canParse(referer)) return null;
  const url = new URL(referer);
  return url.host === host ? `${url.pathname}${url.search}` : null;
}
