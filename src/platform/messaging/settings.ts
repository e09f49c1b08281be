/** How gateways want a phone: `+84901234567`, `84901234567` or `0901234567`. */
export const PHONE_FORMATS = ['e164', 'digits', 'national'] as const;
export type PhoneFormat = (typeof PHONE_FORMATS)[number];

interface Common {
  readonly phoneFormat: PhoneFormat;
  /** Sends without diacritics: one message of 160 characters instead of three of 67, and some brands are approved so. */
  readonly unaccented: boolean;
  /** For one message, connecting included. */
  readonly timeoutSeconds: number;
  /** PEM of an authority to trust besides the public ones. */
  readonly caPem: string | null;
}

/** `{phone}`, `{text}` and `{secret}` in address, headers and body are filled in, quoted for their place. */
export interface HttpSettings extends Common {
  readonly kind: 'http';
  readonly method: 'POST' | 'GET';
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly bodyType: 'json' | 'form';
  /** Empty for GET. */
  readonly body: string;
  /** Text that a good answer holds; empty = any 2xx is good. */
  readonly successText: string;
}

export interface SmppSettings extends Common {
  readonly kind: 'smpp';
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly systemId: string;
  readonly systemType: string;
  /** Brand name, short code or number that the phone shows. */
  readonly source: string;
  /** How a long text travels: parts with a header, or whole in `message_payload`. */
  readonly long: 'parts' | 'payload';
  readonly perSecond: number;
}

export type SmsSettings = HttpSettings | SmppSettings;

/** What a channel is made of; the secret is `{secret}` of HTTP or the password of SMPP. */
export interface SmsAccess {
  readonly settings: SmsSettings;
  readonly secret: string;
}
