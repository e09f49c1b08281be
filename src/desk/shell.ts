import type { FastifyRequest } from 'fastify';
import { may, type Role, type StaffSession } from '../modules/identity/index.ts';
import type { Platform } from '../platform/context.ts';
import type { NavGroup, NavItem } from '../ui/layout/layout-model.ts';
import type { Lang } from '../ui/text.ts';
import { LEAVE } from './admin/leave/paths.ts';
import { ADMIN } from './admin/paths.ts';
import { AUDIT } from './audit/paths.ts';
import { ROLE_LABELS } from './role-labels.ts';
import { UNIT_CHOICE } from './unit-choice/paths.ts';

/** Properties of `DeskLayout` that every page shares. The desk speaks Vietnamese. */
export interface DeskShell {
  readonly lang: Lang;
  readonly unitName: string;
  readonly demo: boolean;
  readonly account: { readonly name: string; readonly role: string };
  readonly nav: readonly NavGroup[];
  readonly homeHref: string;
  readonly signOutAction: string;
  /** Where somebody of several units chooses another one. */
  readonly unitChoiceHref: string | undefined;
}

export function deskShell(platform: Platform, request: FastifyRequest, session: StaffSession): DeskShell {
  const path = request.url.split('?')[0] ?? '/';
  const item = (href: string, label: string, icon: NonNullable<NavItem['icon']>): NavItem => ({
    href,
    label,
    icon,
    current: path === href || path.startsWith(`${href}/`),
  });
  const items = [
    { href: '/desk', label: 'Bàn làm việc', icon: 'home' as const, current: path === '/desk' },
    ...(may(session, 'dossier.see') ? [item('/desk/ho-so', 'Hồ sơ một cửa', 'document')] : []),
    ...(may(session, 'help.start') ? [item('/desk/ho-tro', 'Hỗ trợ một người', 'hands')] : []),
    ...(may(session, 'figures.see') ? [item('/desk/so-lieu', 'Số liệu', 'info')] : []),
    ...(may(session, 'audit.see') ? [item(AUDIT, 'Kiểm soát', 'search')] : []),
    // Administrators find it among their areas; leaders come in by this door alone.
    ...(may(session, 'leave.manage') && !may(session, 'admin.enter')
      ? [item(LEAVE, 'Vắng mặt, làm thay', 'calendar')]
      : []),
    ...(may(session, 'admin.enter') ? [item(ADMIN, 'Quản trị', 'edit')] : []),
  ];
  return {
    lang: 'vi',
    unitName: session.unitName,
    demo: platform.config.demo,
    account: { name: session.name, role: workText(session) },
    nav: [{ items }],
    homeHref: '/desk',
    signOutAction: '/desk/dang-xuat',
    unitChoiceHref: session.severalUnits ? UNIT_CHOICE : undefined,
  };
}

/** `Cán bộ một cửa · thay Nguyễn Văn An (Lãnh đạo)`. */
function workText({ ownRoles, standIns }: StaffSession): string {
  const names = (roles: readonly Role[]) => roles.map((role) => ROLE_LABELS[role]).join(', ');
  return [names(ownRoles), ...standIns.map(({ name, roles }) => `thay ${name} (${names(roles)})`)].join(' · ');
}
