export const DATABASE = 'baccau';
export const ADMIN = 'postgres';

/** Logins without any right of their own: migrations grant table by table. */
const PLAIN = ['baccau_app', 'baccau_practice', 'baccau_retention', 'baccau_auditor'] as const;

export const LOGINS = [ADMIN, 'baccau_owner', ...PLAIN] as const;
export type Login = (typeof LOGINS)[number];

/** A password for each login. */
export type Secrets = Readonly<Record<Login, string>>;

/**
 * SQL for single-user mode: the roles of a fresh cluster. The owner migrates and may become the others (`SET ROLE`),
 * as a hosted server's owner may, so that one code serves both.
 */
export const createRolesSql = (secrets: Secrets): string[] => [
  'create role baccau_owner login createrole',
  ...PLAIN.map((role) => `create role ${role} login`),
  `grant ${PLAIN.join(', ')} to baccau_owner with admin true, inherit false, set true`,
  ...passwordsSql(secrets),
];

export const passwordsSql = (secrets: Secrets): string[] =>
  LOGINS.map((login) => `alter role ${login} password '${secrets[login].replaceAll("'", "''")}'`);

export const createDatabaseSql = (): string[] => [
  `create database ${DATABASE} owner baccau_owner`,
  `revoke all on database ${DATABASE} from public`,
  `grant connect on database ${DATABASE} to ${PLAIN.join(', ')}`,
];
