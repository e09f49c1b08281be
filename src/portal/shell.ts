import type { FastifyRequest } from 'fastify';
import { type CitizenSession, citizenSession, citizenSignInPath, readReturnPath } from '../modules/identity/index.ts';
import { currentHomeUnit } from '../modules/units/index.ts';
import type { Platform } from '../platform/context.ts';
import { langOf } from '../platform/http/index.ts';
import type { Hotline, NavItem } from '../ui/layout/layout-model.ts';
import type { Lang } from '../ui/text.ts';
import { FILINGS, TRACKING } from './filings/paths.ts';
import { PROCEDURES } from './procedures/paths.ts';
import { portalText } from './text.ts';

/** Properties of `PlainLayout` that every page shares. */
export interface PlainShell {
  readonly lang: Lang;
  readonly unitName: string;
  readonly demo: boolean;
  readonly hotline: Hotline | undefined;
}

/** Properties of `PortalLayout` that every page shares. */
export interface PortalShell extends PlainShell {
  readonly account: { readonly name: string; readonly href: string } | undefined;
  readonly signInHref: string;
  readonly nav: readonly NavItem[];
  readonly footerLinks: readonly NavItem[];
  readonly otherLangHref: string;
}

export async function plainShell(platform: Platform, request: FastifyRequest): Promise<PlainShell> {
  const lang = langOf(request);
  const unit = await currentHomeUnit(platform.database.db, platform.clock.now());
  return {
    lang,
    unitName: unit?.name ?? portalText(lang).noUnit,
    demo: platform.config.demo,
    hotline: unit?.hotline
      ? { number: unit.hotline, hours: unit.hotlineHours ?? portalText(lang).hotlineHours }
      : undefined,
  };
}

/** @param citizen the session when the handler has it already; otherwise it is looked up (once a request) */
export async function portalShell(
  platform: Platform,
  request: FastifyRequest,
  citizen?: CitizenSession | null,
): Promise<PortalShell> {
  const session = citizen === undefined ? await citizenSession(platform, request) : citizen;
  const plain = await plainShell(platform, request);
  const text = portalText(plain.lang);
  const path = request.url.split('?')[0] ?? '/';
  const item = (href: string, label: string, icon: NavItem['icon']): NavItem => ({
    href,
    label,
    ...(icon ? { icon } : {}),
    current: path === href || path.startsWith(`${href}/`),
  });
  return {
    ...plain,
    account: session ? { name: session.name ?? text.me, href: '/tai-khoan' } : undefined,
    // A search or a page of a list is found again after signing in.
    signInHref: citizenSignInPath(request.method === 'GET' ? (readReturnPath(request.url) ?? path) : path),
    nav: [
      item(PROCEDURES, text.find, 'search'),
      ...(session ? [item(FILINGS, text.mine, 'document')] : []),
      item(TRACKING, text.track, 'qr'),
    ],
    footerLinks: [
      { href: '/desk', label: text.staff },
      ...(platform.mailbox ? [{ href: '/demo/hop-thu', label: text.mailbox }] : []),
    ],
    otherLangHref: otherLang(request.url, plain.lang),
  };
}

/** This address in the other language, keeping what else it says. */
export function otherLang(url: string, lang: Lang): string {
  const [path = '/', query = ''] = url.split('?');
  const params = new URLSearchParams(query);
  params.set('lang', lang === 'vi' ? 'en' : 'vi');
  return `${path}?${params}`;
}
