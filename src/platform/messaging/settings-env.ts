import { ConfigError, type Environment } from '../config/error.ts';
import { readPublicFile, readSecret } from '../config/secrets.ts';
import { problemText } from '../problem.ts';
import type { SmsAccess } from './settings.ts';
import { CHANNEL_FIELDS, type ChannelForm, emptyForm, readSettings } from './settings-rules.ts';

const PREFIX = 'BACCAU_SMS_';

/** `phoneFormat` → `BACCAU_SMS_PHONE_FORMAT`. */
const variable = (field: string): string => PREFIX + field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/**
 * The channel as the environment sets it, for automation; null when `BACCAU_SMS_KIND` is not set. The password is
 * `BACCAU_SMS_SECRET` or `BACCAU_SMS_SECRET_FILE`, an own authority `BACCAU_SMS_CA_FILE`.
 * @throws ConfigError naming the variable
 */
export function smsFromEnvironment(env: Environment, dataDir: string): SmsAccess | null {
  if (!env[variable('kind')]?.trim()) return null;
  const base = emptyForm();
  const form = Object.fromEntries(
    CHANNEL_FIELDS.map((field) => [field, env[variable(field)]?.trim() ?? base[field]]),
  ) as unknown as Record<keyof ChannelForm, string>;
  const caFile = env[`${PREFIX}CA_FILE`]?.trim();
  if (caFile) form.ca = readPublicFile(caFile, `${PREFIX}CA_FILE`);
  const secret = readSecret(env, `${PREFIX}SECRET`, dataDir) ?? '';
  const read = readSettings(form, secret);
  if ('settings' in read) return { settings: read.settings, secret };
  const [field, refusal] = read.faults[0] ?? ['kind', null];
  throw new ConfigError(`${variable(field)}: ${refusal ? problemText(refusal) : ''}`);
}
