import pino, { type DestinationStream, type Logger } from 'pino';

/** Phones, ID numbers and codes are runs of digits; nothing that an operator needs in a message is. */
const withoutDigits = (text: string): string => text.replace(/\+?\d{6,}/g, '…');

interface Loggable {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly stack?: string;
}

/**
 * An error as the log may know it. PostgreSQL puts the values of a row into `detail` and `where`, and parsers quote what
 * was typed: only kind, code, message and stack remain, without runs of digits.
 */
export function loggedError(error: Loggable | null | undefined): Record<string, string> {
  const { name = 'Error', message = '', code, stack = '' } = error ?? {};
  return {
    type: name,
    message: withoutDigits(message),
    ...(code !== undefined && { code: String(code) }),
    stack: withoutDigits(stack),
  };
}

/** The program's log: JSON lines without personal data. */
export const createLogger = (
  level: string,
  to: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger => pino({ level, base: null, serializers: { err: loggedError } }, to);
