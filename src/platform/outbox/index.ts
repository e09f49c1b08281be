export {
  deliverOutbox,
  emit,
  MAX_ATTEMPTS,
  OUTBOX_CHANNEL,
  type OutboxConsumer,
  type OutboxEvent,
  stuckEvents,
} from './outbox.ts';
