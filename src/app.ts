import type { FastifyInstance } from 'fastify';
import type { OutboxConsumer } from './platform/outbox/index.ts';
import type { Platform } from './platform/context.ts';

/** A door or an API: registers its routes. */
export type Registration = (app: FastifyInstance, platform: Platform) => void;

/** Every module's API under /api/v1. */
export const apis: readonly Registration[] = [];

/** Every door's pages. */
export const doors: readonly Registration[] = [];

/** Who consumes which news. */
export const consumers: ReadonlyMap<string, readonly OutboxConsumer[]> = new Map();
