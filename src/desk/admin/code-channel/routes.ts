import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { needStaff, staffOf } from '../../../modules/identity/index.ts';
import type { Platform } from '../../../platform/context.ts';
import { sendPage } from '../../../platform/http/index.ts';
import { type ChannelForm, channelOfUnit, emptyForm, formOf } from '../../../platform/messaging/index.ts';
import { isRefusal, problemStatus, problemText } from '../../../platform/problem.ts';
import { Line } from '../../form-fields.ts';
import { deskShell } from '../../shell.ts';
import { showWhen } from '../../when.ts';
import { channelStep } from './area.ts';
import CodeChannelPage from './CodeChannelPage.svelte';
import { ChannelBody, saveTyped, typedForm } from './form.ts';
import { CODE_CHANNEL, CODE_CHANNEL_TEST } from './paths.ts';
import { sendTest } from './test-message.ts';

const Query = Type.Object({ cach: Line(10), xong: Line(10) });
const TestBody = Type.Object({ phone: Line(40) });

type Mode = 'edit' | 'environment' | 'other-unit';

interface Shown {
  readonly form?: ChannelForm;
  readonly errors?: readonly { name?: string; message: string }[];
  readonly phone?: string;
  readonly done?: string;
  readonly status?: number;
}

const DONE: Readonly<Record<string, string>> = {
  luu: 'Đã lưu. Hãy gửi thử một tin đến số của bạn.',
  gui: 'Cổng tin nhắn đã nhận tin thử. Hãy xem điện thoại của bạn.',
};

/** `/desk/admin/kenh-tin-nhan`: the gateway for one-time codes. */
export function codeChannelPages(fastify: FastifyInstance, platform: Platform): void {
  const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
  const onRequest = needStaff(platform, 'unit.manage');

  app.get(CODE_CHANNEL, { onRequest, schema: { querystring: Query } }, async (request, reply) => {
    const { cach, xong } = request.query;
    const kind = cach === 'http' || cach === 'smpp' ? cach : null;
    return show(request, reply, kind, { done: DONE[xong ?? ''] });
  });

  app.post(CODE_CHANNEL, { onRequest, schema: { body: ChannelBody } }, async (request, reply) => {
    const form = typedForm(request.body);
    const { secret = '', seen } = request.body;
    const result = await saveTyped(platform, staffOf(request), { form, secret, seen: Number(seen) });
    if (result === null) return reply.redirect(`${CODE_CHANNEL}?xong=luu`, 303);
    const errors = isRefusal(result)
      ? [{ message: problemText(result) }]
      : result.map(([name, refusal]) => ({ name, message: problemText(refusal) }));
    return show(request, reply, null, { form, errors, status: isRefusal(result) ? problemStatus(result) : 422 });
  });

  app.post(CODE_CHANNEL_TEST, { onRequest, schema: { body: TestBody } }, async (request, reply) => {
    const { phone = '' } = request.body;
    const refusal = await sendTest(platform, staffOf(request), phone);
    if (!refusal) return reply.redirect(`${CODE_CHANNEL}?xong=gui`, 303);
    const errors = [{ name: 'phone', message: problemText(refusal) }];
    return show(request, reply, null, { errors, phone, status: problemStatus(refusal) });
  });

  /** @param kind whose boxes are asked for; null = those of the form, else of what is saved */
  async function show(request: FastifyRequest, reply: FastifyReply, kind: 'http' | 'smpp' | null, shown: Shown) {
    const session = staffOf(request);
    const { config, database } = platform;
    const { row, isHome } = await channelOfUnit(database.db, session.unitId);
    const saved = row?.settings ? formOf(row.settings) : emptyForm();
    const form = shown.form ?? saved;
    const mode: Mode = config.sms ? 'environment' : isHome ? 'edit' : 'other-unit';
    return sendPage(platform, reply, {
      component: CodeChannelPage,
      props: {
        layout: deskShell(platform, request, session),
        form: kind ? { ...form, kind } : form,
        hasSecret: Boolean(row?.settings && row.secretSealed && (!kind || kind === row.settings.kind)),
        hasSettings: config.sms !== null || Boolean(row?.settings),
        seen: row?.revision ?? 0,
        mode,
        demo: config.demo,
        step: channelStep(row, config.sms !== null),
        facts: {
          changed: row?.changedAt ? showWhen(row.changedAt) : null,
          ok: row?.lastOkAt ? showWhen(row.lastOkAt) : null,
          failed: row?.lastFailedAt ? `${showWhen(row.lastFailedAt)} · ${row.lastFailure}` : null,
        },
        errors: shown.errors ?? [],
        phone: shown.phone ?? '',
        done: shown.done ?? null,
      },
      title: 'Kênh tin nhắn',
      lang: 'vi',
      ...(shown.status && { status: shown.status }),
    });
  }
}
