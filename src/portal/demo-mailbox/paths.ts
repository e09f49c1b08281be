export const DEMO_MAILBOX = '/demo/hop-thu';
