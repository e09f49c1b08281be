import type pg from 'pg';
import { newId } from '../../src/platform/ids.ts';
import type { Statement } from './statements.ts';

export interface Recorded {
  readonly statements: readonly Statement[];
  readonly draftId: string;
  readonly code: string;
}

/** Sends the statements of one recorded submission again for another draft: a transaction, the driver, and no rules. */
export type Replay = (pool: pg.Pool, draftId: string) => Promise<void>;

/**
 * What differs between two submissions is filled in: the draft's id, the number that the counter gives, the code
 * that contains it and the event's id. All else (answers, due date, hashes) is what the recorded one had worked out.
 */
export function replayOf({ statements, draftId, code }: Recorded): Replay {
  const number = columnOf(statements, 'dossier', 'day_number');
  const event = statements.find(({ text }) => text.includes('insert into outbox_event'));
  const eventId = event?.values[1];
  if (!number || typeof eventId !== 'string')
    throw new Error('The submission writes other statements than this bench knows');
  const prefix = code.slice(0, code.lastIndexOf('-') + 1);

  return async (pool, freshDraft) => {
    const client = await pool.connect();
    const freshEvent = newId();
    let last = 0;
    const fresh = (value: unknown): unknown =>
      typeof value === 'string'
        ? value
            .replaceAll(draftId, freshDraft)
            .replaceAll(eventId, freshEvent)
            .replaceAll(code, `${prefix}${String(last).padStart(4, '0')}`)
        : value;
    try {
      for (const statement of statements) {
        const values = statement.values.map(fresh);
        if (statement === number.statement) values[number.at] = last;
        const { rows } = await client.query(statement.text, values);
        last = rows[0]?.last_number ?? last;
      }
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
  };
}

/** Where in the statement that inserts into `table` the value of a column stands. */
function columnOf(statements: readonly Statement[], table: string, column: string) {
  const statement = statements.find(({ text }) => text.startsWith(`insert into "${table}" `));
  const columns = statement?.text.slice(statement.text.indexOf('(') + 1, statement.text.indexOf(')')).split(', ');
  const at = columns?.indexOf(`"${column}"`) ?? -1;
  return statement && at >= 0 ? { statement, at } : null;
}
