/** A setting that cannot work, in one Vietnamese sentence that says what to set. */
export class ConfigError extends Error {}

export type Environment = Readonly<Record<string, string | undefined>>;
