export { deliverOutbox, emit, OUTBOX_CHANNEL, type OutboxConsumer, type OutboxEvent, stuckEvents } from './outbox.ts';
