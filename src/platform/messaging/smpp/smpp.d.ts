/** The part of `smpp` 0.5 that is used here and in its tests; the package has no types. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server as NetServer } from 'node:net';

  interface Pdu {
    readonly command: string;
    readonly command_status: number;
    readonly sequence_number: number;
    readonly [field: string]: unknown;
    isResponse(): boolean;
    response(fields?: Record<string, unknown>): Pdu;
  }

  interface Session extends EventEmitter {
    send(pdu: Pdu, onResponse?: (pdu: Pdu) => void): boolean;
    unbind(): boolean;
    close(): void;
    destroy(): void;
  }

  interface Encoding {
    match(text: string): boolean;
    encode(text: string): Buffer;
    decode(bytes: Buffer): string;
  }

  interface Smpp {
    connect(options: Record<string, unknown>): Session;
    createServer(options: Record<string, unknown>, onSession: (session: Session) => void): NetServer;
    readonly PDU: new (command: string, fields: Record<string, unknown>) => Pdu;
    readonly encodings: { readonly ASCII: Encoding; readonly UCS2: Encoding };
  }

  export type { Pdu, Session };

  const smpp: Smpp;
  export default smpp;
}
