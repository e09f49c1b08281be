import type { FastifyInstance } from 'fastify';
import { demoStaffCodes } from '../../modules/identity/index.ts';
import type { Platform } from '../../platform/context.ts';
import { langOf, sendPage } from '../../platform/http/index.ts';
import { portalShell } from '../shell.ts';
import MailboxPage from './MailboxPage.svelte';
import { DEMO_MAILBOX } from './paths.ts';
import { demoMailboxText } from './text.ts';

/** Newest messages shown. */
const SHOWN = 20;

/** Local time of day in Việt Nam, to the second: codes are told apart by it. */
const timeOf = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(11, 19);

/** `/demo/hop-thu`: exists only where the platform has a mailbox, which is the loopback demo. */
export function demoMailboxPages(app: FastifyInstance, platform: Platform): void {
  const { mailbox, database, keys, clock } = platform;
  if (!mailbox) return;
  app.get(DEMO_MAILBOX, async (request, reply) => {
    const lang = langOf(request);
    return sendPage(platform, reply, {
      component: MailboxPage,
      props: {
        layout: await portalShell(platform, request),
        messages: mailbox
          .list()
          .slice(0, SHOWN)
          .map(({ to, text, at }, index) => ({ key: `${index}`, to, text, at: timeOf(at) })),
        staff: await demoStaffCodes(database.db, keys, clock.now()),
      },
      title: demoMailboxText(lang).title,
      lang,
    });
  });
}
