import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Platform } from '../../platform/context.ts';
import { RefusalError } from '../../platform/http/index.ts';
import { isRefusal } from '../../platform/problem.ts';
import { citizenOf, needCitizen } from './http.ts';
import { profileOf } from './profile.ts';

const OrNull = (description: string) => Type.Union([Type.String(), Type.Null()], { description });

const Me = Type.Object(
  {
    accountId: Type.String({ format: 'uuid' }),
    phone: OrNull('Số điện thoại, dạng +84…'),
    fullName: OrNull('Họ, chữ đệm và tên'),
    dateOfBirth: OrNull('Ngày sinh, YYYY-MM-DD'),
    sex: Type.Union([Type.Literal('nam'), Type.Literal('nu'), Type.Null()]),
    citizenNoMask: OrNull('Số định danh đã che, ví dụ 074***…123'),
    address: OrNull('Nơi ở hiện nay'),
  },
  { additionalProperties: false },
);

/** `/api/v1/me`: the signed-in citizen's own account. */
export function identityApi(app: FastifyInstance, platform: Platform): void {
  app.withTypeProvider<TypeBoxTypeProvider>().get(
    '/api/v1/me',
    {
      onRequest: needCitizen(platform),
      schema: {
        summary: 'Tài khoản của người đang đăng nhập',
        tags: ['identity'],
        response: { 200: Me },
      },
    },
    async (request) => {
      const profile = await profileOf(platform.database.db, citizenOf(request).accountId);
      if (isRefusal(profile)) throw new RefusalError(profile);
      const { createdAt: _createdAt, createdBy: _createdBy, ...me } = profile;
      return me;
    },
  );
}
