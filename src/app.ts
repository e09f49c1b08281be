import type { FastifyInstance } from 'fastify';
import type { OutboxConsumer } from './platform/outbox/index.ts';
import { deskSignInPages } from './desk/sign-in/routes.ts';
import { identityApi } from './modules/identity/index.ts';
import type { Platform } from './platform/context.ts';
import { accountPages } from './portal/account/routes.ts';
import { demoMailboxPages } from './portal/demo-mailbox/routes.ts';
import { signInPages } from './portal/sign-in/routes.ts';

/** A door or an API: registers its routes. */
export type Registration = (app: FastifyInstance, platform: Platform) => void;

/** Every module's API under /api/v1. */
export const apis: readonly Registration[] = [identityApi];

/** Every door's pages. */
export const doors: readonly Registration[] = [signInPages, accountPages, demoMailboxPages, deskSignInPages];

/** Who consumes which news. */
export const consumers: ReadonlyMap<string, readonly OutboxConsumer[]> = new Map();
