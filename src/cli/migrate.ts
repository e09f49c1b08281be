import { sql } from 'kysely';
import { withSystem } from './database.ts';
import { EXIT, print } from './output.ts';

export const migrateCommand = (options: { json?: boolean; backup?: boolean }): Promise<number> =>
  withSystem(async ({ database }) => {
    const { rows } = await sql<{
      number: number;
      name: string;
    }>`select number, name from migration order by number`.execute(database.db);
    print(options, { version: rows.length, migrations: rows.map(({ name }) => name) }, [
      `Cơ sở dữ liệu đang ở bản ${rows.length} (${rows.at(-1)?.name ?? 'trống'}).`,
    ]);
    return EXIT.ok;
  }, options);
