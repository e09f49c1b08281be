import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
import type { Platform } from '../../platform/context.ts';
import { langOf, RefusalError } from '../../platform/http/index.ts';
import { isRefusal } from '../../platform/problem.ts';
import { citizenOf, needCitizen } from '../identity/index.ts';
import { currentHomeUnit, isoLocal } from '../units/index.ts';
import { citizenActing } from './acting.ts';
import { STATES } from './model.ts';
import { openDossier } from './open-dossier.ts';
import { type DossierView, type MyDossier, myFilings } from './store-read.ts';
import { submitDossier } from './submit.ts';
import { type PublicDossier, trackDossier } from './track.ts';

const exact = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const Time = (description: string) => Type.String({ format: 'date-time', description });
const TimeOrNull = (description: string) => Type.Union([Time(description), Type.Null()], { description });
const State = Type.Integer({ minimum: 1, maximum: 10, description: 'Trạng thái theo bộ mã đồng bộ quốc gia' });

const Listed = Type.Object(
  {
    unitId: Type.String(),
    dossierId: Uuid,
    code: Type.String({ description: 'Mã hồ sơ' }),
    procedureName: Type.String(),
    subjectName: Type.String(),
    state: State,
    stateLabel: Type.String(),
    dueAt: TimeOrNull('Hẹn trả kết quả'),
    submittedAt: Time('Lúc nộp'),
  },
  exact,
);

const Whole = Type.Object(
  {
    ...Listed.properties,
    procedureCode: Type.String(),
    applicantName: Type.String(),
    receivedAt: TimeOrNull('Lúc tiếp nhận'),
    dueSteps: Type.Array(Type.String(), { description: 'Vì sao là ngày này, từng bước' }),
    dueSentence: Type.Union([Type.String(), Type.Null()], { description: 'Vì sao là ngày này, trong một câu' }),
    dueTentative: Type.Boolean({ description: 'Tạm tính: trên đường có ngày nghỉ chưa có quyết định của năm' }),
    asked: Type.Array(Type.Object({ label: Type.String(), reason: Type.String() }, exact), {
      description: 'Những chỗ đang chờ bổ sung',
    }),
    actions: Type.Array(Type.Object({ kind: Type.String(), to: State, at: Time('Lúc làm') }, exact)),
    helperName: Type.Union([Type.String(), Type.Null()], { description: 'Người hỗ trợ' }),
  },
  exact,
);

const Tracked = Type.Object(
  {
    code: Type.String(),
    unitName: Type.String(),
    procedureName: Type.String(),
    applicant: Type.String({ description: 'Tên đã rút gọn' }),
    subject: Type.String({ description: 'Tên đã rút gọn' }),
    state: State,
    stateLabel: Type.String(),
    submittedAt: Time('Lúc nộp'),
    dueAt: TimeOrNull('Hẹn trả kết quả'),
    asked: Type.Array(Type.String(), { description: 'Những chỗ đang chờ bổ sung' }),
  },
  exact,
);

const Submitted = Type.Object({ unitId: Type.String(), dossierId: Uuid, code: Type.String() }, exact);
const tags = ['dossiers'];

/** `/api/v1/dossiers`: a citizen's own dossiers, submission of a draft, and the look-up by code and secret. */
export function dossiersApi(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const { database, clock, keys, config } = platform;
  const onRequest = needCitizen(platform);

  app.get(
    '/api/v1/dossiers',
    {
      onRequest,
      schema: {
        summary: 'Hồ sơ của người đang đăng nhập, mới nhất trước',
        tags,
        response: { 200: Type.Object({ dossiers: Type.Array(Listed) }, exact) },
      },
    },
    async (request) => {
      const { dossiers } = await myFilings(database.db, citizenOf(request).accountId);
      return { dossiers: dossiers.map(listed) };
    },
  );

  app.get(
    '/api/v1/dossiers/:unitId/:dossierId',
    {
      onRequest,
      schema: {
        summary: 'Một hồ sơ của người đang đăng nhập',
        tags,
        params: Type.Object({ unitId: Type.String({ maxLength: 64 }), dossierId: Uuid }),
        response: { 200: Whole },
      },
    },
    async (request) => {
      const { unitId, dossierId } = request.params;
      const opened = await openDossier(database.db, citizenOf(request).accountId, unitId, dossierId);
      if (isRefusal(opened)) throw new RefusalError(opened);
      return whole(opened.dossier);
    },
  );

  app.post(
    '/api/v1/dossiers',
    {
      onRequest,
      schema: {
        summary: 'Nộp một bản đã điền; gửi lại cùng mã bản thì nhận lại đúng câu trả lời trước',
        tags,
        body: Type.Object({ draftId: Uuid }, exact),
        response: { 201: Submitted },
      },
    },
    async (request, reply) => {
      const session = citizenOf(request);
      const now = clock.now();
      const submitted = await submitDossier({
        db: database.db,
        keys,
        now,
        acting: citizenActing(session.accountId, session.name),
        draftId: request.body.draftId,
        channel: 2,
        home: await currentHomeUnit(database.db, now),
        accountPhone: session.phone ?? '',
        lang: langOf(request),
        isDemo: config.demo,
      });
      if (isRefusal(submitted)) throw new RefusalError(submitted);
      return reply.code(201).send(submitted);
    },
  );

  app.post(
    '/api/v1/dossiers/look-ups',
    {
      schema: {
        summary: 'Tra cứu theo mã hồ sơ và mã tra cứu; gửi trong thân để mã không nằm trong địa chỉ',
        tags,
        body: Type.Object({ code: Type.String({ maxLength: 100 }), secret: Type.String({ maxLength: 100 }) }, exact),
        response: { 200: Tracked },
      },
    },
    async (request) => {
      const found = await trackDossier({ db: database.db, now: clock.now(), address: request.ip }, request.body);
      if (isRefusal(found)) throw new RefusalError(found);
      return tracked(found.dossier);
    },
  );
}

const local = (at: Date | string): string => isoLocal(new Date(at));
const localOrNull = (at: Date | string | null): string | null => (at === null ? null : local(at));

type Row = Pick<MyDossier, 'unitId' | 'dossierId' | 'code' | 'procedureName' | 'subjectName' | 'state'> & {
  readonly dueAt: Date | string | null;
  readonly submittedAt: Date | string;
};

const listed = (row: Row): Static<typeof Listed> => ({
  unitId: row.unitId,
  dossierId: row.dossierId,
  code: row.code,
  procedureName: row.procedureName,
  subjectName: row.subjectName,
  state: row.state,
  stateLabel: STATES[row.state],
  dueAt: localOrNull(row.dueAt),
  submittedAt: local(row.submittedAt),
});

const whole = (view: DossierView): Static<typeof Whole> => ({
  ...listed(view),
  procedureCode: view.procedureCode,
  applicantName: view.applicantName,
  receivedAt: localOrNull(view.receivedAt),
  dueSteps: view.dueSteps.map(({ text }) => text),
  dueSentence: view.dueSentence,
  dueTentative: view.dueTentative,
  asked: view.openDefects.map(({ targetLabel, reason }) => ({ label: targetLabel, reason })),
  actions: view.actions.map(({ kind, to, at }) => ({ kind, to, at: local(at) })),
  helperName: view.helperName,
});

const tracked = (dossier: PublicDossier): Static<typeof Tracked> => ({
  code: dossier.code,
  unitName: dossier.unitName,
  procedureName: dossier.procedureName,
  applicant: dossier.applicant,
  subject: dossier.subject,
  state: dossier.state,
  stateLabel: STATES[dossier.state],
  submittedAt: local(dossier.submittedAt),
  dueAt: localOrNull(dossier.dueAt),
  asked: [...dossier.asked],
});
