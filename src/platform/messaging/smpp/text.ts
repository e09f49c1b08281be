import { randomInt } from 'node:crypto';
import smpp from 'smpp';

/** GSM 03.38, one octet a character (the SMSC packs them), or UCS-2. */
export const GSM7 = 0x00;
export const UCS2 = 0x08;
/** Octets of one message: 160 of GSM-7, 140 of UCS-2; a part of several gives 7 or 6 away for its header. */
const ROOM = { [GSM7]: { whole: 160, part: 153 }, [UCS2]: { whole: 140, part: 134 } } as const;
const ESCAPE = 0x1b;

export interface Encoded {
  readonly dataCoding: typeof GSM7 | typeof UCS2;
  readonly bytes: Buffer;
}

/** Vietnamese letters beyond à è é ì ò ù are not in GSM-7: then every letter takes two octets. */
export function encodeText(text: string): Encoded {
  const gsm = smpp.encodings.ASCII.match(text);
  return gsm
    ? { dataCoding: GSM7, bytes: smpp.encodings.ASCII.encode(text) }
    : { dataCoding: UCS2, bytes: smpp.encodings.UCS2.encode(text) };
}

/** The text cut into what fits one message each; neither an escaped GSM character nor a surrogate pair is torn. */
export function cut({ dataCoding, bytes }: Encoded): Buffer[] {
  const room = ROOM[dataCoding];
  if (bytes.length <= room.whole) return [bytes];
  const parts: Buffer[] = [];
  for (let from = 0; from < bytes.length; ) {
    let to = Math.min(from + room.part, bytes.length);
    if (to < bytes.length && tears(dataCoding, bytes, to)) to -= dataCoding === GSM7 ? 1 : 2;
    parts.push(bytes.subarray(from, to));
    from = to;
  }
  return parts;
}

const tears = (dataCoding: number, bytes: Buffer, at: number): boolean =>
  dataCoding === GSM7 ? bytes[at - 1] === ESCAPE : (bytes.readUInt16BE(at - 2) & 0xfc00) === 0xd800;

/** What `submit_sm` carries for each message. @param whole leave long texts uncut, for `message_payload` */
export function messageFields(text: string, whole: boolean): Record<string, unknown>[] {
  const encoded = encodeText(text);
  const { dataCoding: data_coding, bytes } = encoded;
  const parts = cut(encoded);
  if (parts.length === 1) return [{ data_coding, short_message: bytes }];
  if (whole) return [{ data_coding, short_message: Buffer.alloc(0), message_payload: bytes }];
  const reference = randomInt(256);
  return parts.map((message, index) => ({
    data_coding,
    // 3GPP TS 23.040 §9.2.3.24.1: concatenated short messages, 8-bit reference.
    short_message: { udh: Buffer.from([5, 0, 3, reference, parts.length, index + 1]), message },
  }));
}
