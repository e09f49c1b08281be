export {
  deliverOutbox,
  emit,
  MAX_ATTEMPTS,
  OUTBOX_CHANNEL,
  type OutboxConsumer,
  type OutboxEvent,
  outboxLag,
  stuckEvents,
} from './outbox.ts';
