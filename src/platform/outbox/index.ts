export {
  deliverOutbox,
  emit,
  OUTBOX_CHANNEL,
  type OutboxConsumer,
  type OutboxEvent,
  outboxLag,
  stuckEvents,
} from './outbox.ts';
