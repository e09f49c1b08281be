import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import type { DatedHours, HolidayRule, UnitDay, YearlyDecision } from './calendar/model.ts';

/** What a calendar is built from; of every topic the revision that holds. */
export interface CalendarRows {
  readonly rules: readonly HolidayRule[];
  readonly decisions: readonly YearlyDecision[];
  readonly defaultHours: readonly DatedHours[];
  readonly unitHours: readonly DatedHours[];
  readonly unitDays: readonly UnitDay[];
}

const SOURCE = sql`'source_ref', source_ref, 'sure', sure, 'verified_at', verified_at, 'note', note`;
const list = (rows: unknown) => sql`coalesce(${rows}, '[]')`;

/** The whole calendar of a unit (null: of none) in one statement. */
export async function calendarRows(db: Db, unitId: string | null): Promise<CalendarRows> {
  const rules = sql`(select jsonb_agg(details || jsonb_build_object('id', rule_id, 'name', name, 'kind', kind,
    'effective_from', effective_from, 'effective_to', effective_to, ${SOURCE}) order by position, effective_from)
    from holiday_rule)`;
  const decisions = sql`(select jsonb_agg(content || jsonb_build_object('kind', kind, ${SOURCE}) order by topic)
    from (select distinct on (topic) * from calendar_decision order by topic, revision desc) d where not withdrawn)`;
  const hours = sql`jsonb_agg(jsonb_build_object('effective_from', effective_from, 'weekend', weekend, 'blocks', blocks)
    order by effective_from)`;
  const { rows } = await sql<CalendarRows>`select
    ${list(rules)} as rules, ${list(decisions)} as decisions,
    ${list(sql`(select ${hours} from default_opening_hours)`)} as "defaultHours",
    ${list(sql`(select ${hours} from (select distinct on (effective_from) * from unit_opening_hours
      where unit_id = ${unitId} order by effective_from, revision desc) h where not withdrawn)`)} as "unitHours",
    ${list(sql`(select jsonb_agg(jsonb_build_object('day', day, 'kind', kind, 'name', name, 'blocks', blocks,
      'source_ref', source_ref) order by day) from (select distinct on (day) * from unit_day
      where unit_id = ${unitId} order by day, revision desc) u where not withdrawn)`)} as "unitDays"`.execute(db);
  const [found] = rows;
  if (!found || found.rules.length === 0) throw new Error('The calendar has not been loaded: run “baccau migrate”');
  return found;
}
