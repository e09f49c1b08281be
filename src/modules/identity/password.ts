import { hash, verify } from '@node-rs/argon2';

/**
 * argon2id with 19 MiB, 2 passes, 1 lane (OWASP Password Storage Cheat Sheet): about 15 ms on one core of our
 * 2-core machine, so that a hall of officers can sign in at eight o'clock. Every hash carries its own parameters,
 * so raising them later keeps old passwords valid.
 */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The text is normalised (NFKC), so that "mật khẩu" typed on a Mac opens what was set on Windows. */
const normal = (password: string): string => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => hash(normal(password), COST);

let dummy: Promise<string> | undefined;

/** With no hash (unknown login) the same work is done against one that nobody knows the password of. */
export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  dummy ??= hashPassword('no account has this password');
  const matches = await verify(stored ?? (await dummy), normal(password));
  return stored !== undefined && matches;
}
