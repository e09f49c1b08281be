import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import {
  auditTrail,
  listReads,
  needStaff,
  READ_KINDS,
  type ReadKind,
  type StaffSession,
  staffOf,
  staffWithRoles,
  willShow,
} from '../../modules/identity/index.ts';
import { toLocal } from '../../modules/units/index.ts';
import { verifyUnitAudit } from '../../platform/audit/index.ts';
import type { Platform } from '../../platform/context.ts';
import { sendPage } from '../../platform/http/index.ts';
import { Line } from '../form-fields.ts';
import { deskShell } from '../shell.ts';
import { AUDIT, AUDIT_CHAIN, AUDIT_READS, AUDIT_STAFF, listPath } from './paths.ts';
import StaffPage from './StaffPage.svelte';
import TrailPage from './TrailPage.svelte';
import { ACT_LABELS, auditTabs, FAULT_LABELS, READ_LABELS } from './text.ts';
import { dayOf, readLine, staffLine, trailLines } from './view.ts';

const PAGE_SIZE = 50;

const filters = { viec: Line(60), nguoi: Line(40), 'ngay-day': Line(4), 'ngay-month': Line(4), 'ngay-year': Line(6) };
const TrailQuery = Type.Object({ ...filters, truoc: Type.Optional(Type.Integer({ minimum: 1 })) });
const ReadsQuery = Type.Object({ ...filters, truoc: Type.Optional(Type.String({ format: 'uuid' })) });
type Filtered = Omit<Static<typeof TrailQuery>, 'truoc'>;

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
const isKind = (text: string): text is ReadKind => (READ_KINDS as readonly string[]).includes(text);
const options = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

function readFilters({ viec = '', nguoi = '', ...query }: Filtered) {
  const ngay = {
    day: query['ngay-day'] ?? '',
    month: query['ngay-month'] ?? '',
    year: query['ngay-year'] ?? '',
  };
  const typed = Boolean(ngay.day || ngay.month || ngay.year);
  const day = typed ? dayOf(ngay) : null;
  return {
    values: { viec, nguoi, ngay },
    kept: { viec, nguoi, 'ngay-day': ngay.day, 'ngay-month': ngay.month, 'ngay-year': ngay.year },
    dayError: typed && !day ? 'Ngày chưa đúng nên chưa lọc theo ngày. Hãy nhập đủ ngày, tháng, năm.' : undefined,
    where: { staffId: isUuid(nguoi) ? nguoi : undefined, from: day?.from, to: day?.to },
  };
}

/** `/desk/kiem-soat`: what was done and who looked at what, for the auditor; through a role that can only read. */
export function deskAudit(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { auditor, clock } = platform;
  const onRequest = needStaff(platform, 'audit.see');
  /** An auditor's own look is recorded like everybody's. */
  const looksAt = (request: FastifyRequest, kind: ReadKind): StaffSession => {
    const session = staffOf(request);
    willShow(request, { kind, subject: `unit:${session.unitId}`, accountId: null, action: 'audit.see' });
    return session;
  };

  app.get(AUDIT, { onRequest, schema: { querystring: TrailQuery } }, async (request, reply) =>
    trail(request, reply, request.query, null),
  );

  // Reads the whole chain, so only when it is asked for.
  app.get(AUDIT_CHAIN, { onRequest }, async (request, reply) => {
    const { entries, faults } = await verifyUnitAudit(auditor.db, staffOf(request).unitId);
    const wrong = faults.map(({ seq, fault }) => `mục ${seq}: ${FAULT_LABELS[fault]}`);
    const text =
      wrong.length === 0
        ? `Đã tính lại cả ${entries.toLocaleString('vi-VN')} mục của đơn vị: không mục nào bị sửa, thêm hay bớt.`
        : `Sai ở ${wrong.slice(0, 5).join('; ')}. Hãy giữ nguyên hệ thống và báo ngay cho người phụ trách an toàn thông tin.`;
    return trail(request, reply, {}, { text, whole: wrong.length === 0 });
  });

  app.get(AUDIT_READS, { onRequest, schema: { querystring: ReadsQuery } }, async (request, reply) => {
    const session = looksAt(request, 'read-list');
    const { unitId } = session;
    const { values, kept, dayError, where } = readFilters(request.query);
    const kind = isKind(values.viec) ? values.viec : undefined;
    const query = { unitId, ...where, kind, before: request.query.truoc, limit: PAGE_SIZE + 1 };
    const [reads, { staff }] = await Promise.all([
      listReads(auditor.db, query),
      auditTrail(auditor.db, { unitId, limit: 0 }),
    ]);
    const lines = reads.slice(0, PAGE_SIZE);
    const older = reads.length > PAGE_SIZE ? lines.at(-1)?.readId : undefined;
    return sendPage(platform, reply, {
      component: TrailPage,
      props: {
        layout: deskShell(platform, request, session),
        lead: `Ai đã xem dữ liệu cá nhân tại ${session.unitName}. Xem lại cùng một thứ trong 10 phút chỉ ghi một lần.`,
        tabs: auditTabs(AUDIT_READS),
        path: AUDIT_READS,
        actLabel: 'Đã xem gì',
        acts: options(READ_LABELS),
        people: staff.map(({ staffId, name }) => ({ value: staffId, label: name })),
        values,
        dayError,
        lines: lines.map(readLine),
        olderHref: older ? listPath(AUDIT_READS, { ...kept, truoc: older }) : null,
        newestHref: request.query.truoc ? listPath(AUDIT_READS, kept) : null,
      },
      title: 'Ai đã xem dữ liệu cá nhân',
      lang: 'vi',
    });
  });

  app.get(AUDIT_STAFF, { onRequest }, async (request, reply) => {
    const session = looksAt(request, 'staff-list');
    const today = toLocal(clock.now()).date;
    const staff = await staffWithRoles(auditor.db, session.unitId, today);
    return sendPage(platform, reply, {
      component: StaffPage,
      props: {
        layout: deskShell(platform, request, session),
        lead: `Ai có vai trò gì tại ${session.unitName}, từ ngày nào đến ngày nào.`,
        lines: staff.map((one) => staffLine(one, today)),
      },
      title: 'Cán bộ và vai trò',
      lang: 'vi',
    });
  });

  async function trail(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: Static<typeof TrailQuery>,
    chain: { text: string; whole: boolean } | null,
  ) {
    const session = looksAt(request, 'audit-trail');
    const { values, kept, dayError, where } = readFilters(asked);
    const query = { unitId: session.unitId, ...where, act: values.viec || undefined, before: asked.truoc };
    const { entries, staff, links } = await auditTrail(auditor.db, { ...query, limit: PAGE_SIZE + 1 });
    const rows = entries.slice(0, PAGE_SIZE);
    const older = entries.length > PAGE_SIZE ? rows.at(-1)?.seq : undefined;
    return sendPage(platform, reply, {
      component: TrailPage,
      props: {
        layout: deskShell(platform, request, session),
        lead: `Nhật ký của ${session.unitName}: ${links.toLocaleString('vi-VN')} mục, chỉ thêm, không sửa được.`,
        tabs: auditTabs(AUDIT),
        path: AUDIT,
        actLabel: 'Việc',
        acts: options(ACT_LABELS),
        people: staff.map(({ staffId, name }) => ({ value: staffId, label: name })),
        values,
        dayError,
        lines: trailLines(rows, staff),
        olderHref: older ? listPath(AUDIT, { ...kept, truoc: String(older) }) : null,
        newestHref: asked.truoc ? listPath(AUDIT, kept) : null,
        chain,
      },
      title: 'Nhật ký kiểm soát',
      lang: 'vi',
    });
  }
}
