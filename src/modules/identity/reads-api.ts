import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Platform } from '../../platform/context.ts';
import { isoLocal } from '../units/index.ts';
import { needStaff, staffOf } from './http.ts';
import { READ_KINDS } from './model.ts';
import { willShow } from './sensitive-reads.ts';
import { listReads } from './store-reads.ts';

const exact = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const orNull = (description: string) => Type.Union([Type.String(), Type.Null()], { description });

const Read = Type.Object(
  {
    readId: Uuid,
    at: Type.String({ format: 'date-time' }),
    staffId: Uuid,
    staffName: Type.String(),
    standsInForName: orNull('Người vắng mặt mà cán bộ làm thay'),
    underConsent: Type.Boolean({ description: 'Xem khi hỗ trợ, có sự đồng ý của người dân' }),
    kind: Type.Enum([...READ_KINDS]),
    subject: Type.String({ description: 'loại:mã, ví dụ dossier:…' }),
    dossierCode: orNull('Mã hồ sơ, nếu là hồ sơ của đơn vị'),
    accountId: orNull('Dữ liệu của ai'),
    route: Type.String({ description: 'Mẫu đường dẫn hoặc tên việc, không có giá trị' }),
  },
  exact,
);

const Query = Type.Object({
  from: Type.Optional(Type.String({ format: 'date-time' })),
  to: Type.Optional(Type.String({ format: 'date-time', description: 'Không tính thời điểm này' })),
  staff: Type.Optional(Uuid),
  kind: Type.Optional(Type.Enum([...READ_KINDS])),
  subject: Type.Optional(Type.String({ maxLength: 100 })),
  before: Type.Optional(Uuid),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100, description: 'Mặc định 100' })),
});

/** `/api/v1/sensitive-reads`: looks at personal data by the unit's staff, newest first, for the auditor. */
export function sensitiveReadsApi(app: FastifyInstance, platform: Platform): void {
  app.withTypeProvider<TypeBoxTypeProvider>().get(
    '/api/v1/sensitive-reads',
    {
      onRequest: needStaff(platform, 'audit.see'),
      schema: {
        summary: 'Lượt cán bộ xem dữ liệu cá nhân tại đơn vị',
        tags: ['sensitive-reads'],
        querystring: Query,
        response: { 200: Type.Object({ reads: Type.Array(Read), next: Type.Union([Uuid, Type.Null()]) }, exact) },
      },
    },
    async (request) => {
      const { unitId } = staffOf(request);
      const { from, to, staff, kind, subject, before, limit = 100 } = request.query;
      willShow(request, { kind: 'read-list', subject: `unit:${unitId}`, accountId: null, action: 'audit.see' });
      const reads = await listReads(platform.auditor.db, {
        unitId,
        ...{ kind, subject, before, limit, staffId: staff },
        from: from === undefined ? undefined : new Date(from),
        to: to === undefined ? undefined : new Date(to),
      });
      const next = reads.length === limit ? (reads.at(-1)?.readId ?? null) : null;
      return { reads: reads.map((read) => ({ ...read, at: isoLocal(new Date(read.at)) })), next };
    },
  );
}
