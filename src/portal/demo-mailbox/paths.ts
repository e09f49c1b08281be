export const DEMO_MAILBOX = '/demo/hop-thu';
export const STAFF_CODES_ID = 'ma-xac-thuc';
export const DEMO_STAFF_CODES = `${DEMO_MAILBOX}#${STAFF_CODES_ID}`;
