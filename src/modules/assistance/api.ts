import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import type { Platform } from '../../platform/context.ts';
import { RefusalError } from '../../platform/http/index.ts';
import { isRefusal } from '../../platform/problem.ts';
import { needStaff, staffOf } from '../identity/index.ts';
import { PLACES, refuseMandate } from '../mandates/index.ts';
import { teamOf } from '../teams/index.ts';
import { addDays, isoLocal, parseLocalDate, toLocal } from '../units/index.ts';
import { logSupportTurn } from './log-turn.ts';
import { CHANNELS, MINUTES, NOTE_LENGTH, OUTCOMES } from './model.ts';
import { refuse } from './problems.ts';
import { listTurns } from './store.ts';

const exact = { additionalProperties: false } as const;
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Uuid = Type.String({ format: 'uuid' });

const Query = Type.Object({
  from: Type.Optional(Day),
  to: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Ngày cuối, tính cả ngày này' })),
  team: Type.Optional(Uuid),
  after: Type.Optional(Uuid),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100, description: 'Mặc định 100' })),
});

const Turn = Type.Object(
  {
    turnId: Uuid,
    kind: Type.String(),
    teamId: Uuid,
    teamName: Type.String(),
    place: Type.Enum([...PLACES]),
    channel: Type.Enum([...CHANNELS]),
    minutes: Type.Integer(),
    outcome: Type.Enum([...OUTCOMES]),
    accountOpened: Type.Boolean(),
    dossierCode: Type.Union([Type.String(), Type.Null()]),
    localDate: Type.String(),
    endedAt: Type.String({ format: 'date-time' }),
  },
  exact,
);

const NewTurn = Type.Object(
  {
    turnId: Type.String({ format: 'uuid', description: 'UUIDv7 do máy gửi tạo; gửi lại cùng mã thì chỉ tính một lần' }),
    kind: Type.String({ maxLength: 40 }),
    place: Type.Enum([...PLACES]),
    channel: Type.Optional(Type.Enum([...CHANNELS])),
    minutes: Type.Integer({ minimum: MINUTES.min, maximum: MINUTES.max }),
    outcome: Type.Enum([...OUTCOMES]),
    note: Type.Optional(Type.String({ maxLength: NOTE_LENGTH })),
    endedAt: Type.Optional(Type.String({ format: 'date-time' })),
  },
  exact,
);

/** `/api/v1/support-turns`: turns of the unit's teams, without persons; and logging one. */
export function assistanceApi(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock } = platform;

  app.get(
    '/api/v1/support-turns',
    {
      onRequest: needStaff(platform, 'figures.see'),
      schema: {
        summary: 'Lượt hỗ trợ của các đội thuộc đơn vị',
        tags: ['support-turns'],
        querystring: Query,
        response: { 200: Type.Object({ turns: Type.Array(Turn), next: Type.Union([Uuid, Type.Null()]) }, exact) },
      },
    },
    async (request) => {
      const { unitId } = staffOf(request);
      const { from, to, team, after, limit = 100 } = request.query;
      const today = toLocal(clock.now()).date;
      const last = to === undefined ? today : parseLocalDate(to);
      const first = from === undefined ? addDays(today, -30) : parseLocalDate(from);
      if (!last || !first) throw new RefusalError(refuse('turn-invalid', { fields: first ? 'to' : 'from' }));
      const turns = await listTurns(database.db, {
        unitId,
        from: first,
        to: addDays(last, 1),
        teamId: team,
        after,
        limit,
      });
      const next = turns.length === limit ? (turns.at(-1)?.turnId ?? null) : null;
      return { turns: turns.map((turn) => ({ ...turn, endedAt: isoLocal(turn.endedAt) })), next };
    },
  );

  app.post(
    '/api/v1/support-turns',
    {
      onRequest: needStaff(platform, 'help.start'),
      schema: {
        summary: 'Ghi một lượt hỗ trợ không nêu tên người dân',
        tags: ['support-turns'],
        body: NewTurn,
        response: { 200: Type.Object({ turnId: Uuid, repeated: Type.Boolean() }, exact) },
      },
    },
    async (request) => {
      const { unitId, staffId } = staffOf(request);
      const now = clock.now();
      const { turnId, kind, place, channel = '', minutes, outcome, note = '', endedAt = null } = request.body;
      const team = await teamOf(database.db, unitId, staffId, toLocal(endedAt ? new Date(endedAt) : now).date);
      if (!team) throw new RefusalError(refuseMandate('no-team'));
      const recorded = await logSupportTurn({
        db: database.db,
        now,
        turnId,
        input: { kind, place, channel, minutes: String(minutes), outcome, note },
        by: { unitId, staffId, teamId: team.teamId },
        endedAt,
      });
      if (isRefusal(recorded)) throw new RefusalError(recorded);
      return recorded;
    },
  );
}
