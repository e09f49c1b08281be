import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Platform } from '../../platform/context.ts';
import { ProblemBody } from '../../platform/http/index.ts';
import { needStaff, staffOf } from './http.ts';
import { ROLES } from './model.ts';
import { staffOfUnit } from './store-staff-admin.ts';

const closed = { additionalProperties: false } as const;
const Role = Type.Enum([...ROLES], { type: 'string' });

const Person = Type.Object(
  {
    staffId: Type.String({ format: 'uuid' }),
    login: Type.String(),
    fullName: Type.String(),
    disabled: Type.Boolean({ description: 'Đã khoá: không đăng nhập được' }),
    roles: Type.Array(
      Type.Object(
        {
          role: Role,
          validFrom: Type.String({ format: 'date' }),
          validTo: Type.Union([Type.String({ format: 'date' }), Type.Null()], {
            description: 'Ngày đầu tiên không còn vai trò; null là chưa có hạn',
          }),
        },
        closed,
      ),
    ),
  },
  closed,
);
const Staff = Type.Object({ items: Type.Array(Person) }, closed);

/** `/api/v1/staff`: people who hold or held a role at the unit of the session; for its administrators. */
export function staffApi(app: FastifyInstance, platform: Platform): void {
  app.withTypeProvider<TypeBoxTypeProvider>().get(
    '/api/v1/staff',
    {
      onRequest: needStaff(platform, 'staff.manage'),
      schema: {
        summary: 'Cán bộ của đơn vị và vai trò theo thời gian',
        tags: ['identity'],
        response: { 200: Staff, 401: ProblemBody, 403: ProblemBody },
      },
    },
    async (request): Promise<Static<typeof Staff>> => {
      const { people } = await staffOfUnit(platform.database.db, staffOf(request).unitId, platform.clock.now());
      return {
        items: people.map(({ staffId, login, fullName, disabledAt, roles }) => ({
          staffId,
          login,
          fullName,
          disabled: disabledAt !== null,
          roles: roles.map(({ role, validFrom, validTo }) => ({ role, validFrom, validTo })),
        })),
      };
    },
  );
}
