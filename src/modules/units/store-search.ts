import { sql } from 'kysely';
import type { Db } from '../../platform/db/index.ts';
import { type FoundPlace, gatherPlaces, type PlaceHit, readPlaceQuery } from './place-rules.ts';

interface Row extends Omit<PlaceHit, 'reason'> {
  readonly foundUnitId: string;
  readonly foundName: string;
  readonly foundPlace: string | null;
  readonly foundUntil: string | null;
  readonly relation: NonNullable<PlaceHit['reason']>['relation'];
  readonly since: string | null;
}

/** Candidates that are followed to their successors: enough for the commonest name. */
const CANDIDATES = 40;

export interface PlaceSearch {
  readonly text: string;
  /** The answer is of this day; names of earlier days find what stands for them then. */
  readonly date: string;
  readonly limit: number;
  readonly kinds?: readonly string[];
}

/** Finds units by what people type; old names find their successors, with the reason. One statement. */
export async function searchUnits(db: Db, { text, date, limit, kinds = ['commune'] }: PlaceSearch) {
  const query = readPlaceQuery(text);
  if (!query) return [] as FoundPlace[];
  const { name, words, placeWords, code } = query;
  const [first = ''] = words;
  // Without a comma the place may follow the name directly ("hiep an thu dau mot"): every word must be found somewhere.
  const loose = placeWords.length === 0;
  const every = words.map((word) => `% ${word}%`);
  const byName = sql`' ' || v.search_name like all(${loose ? [`% ${first}%`] : every}::text[])`;
  const { rows } = await sql<Row>`
    with recursive asked as (
      select v.unit_id, v.code, v.name, v.search_name, v.parent_unit_id, v.valid_from, v.valid_to,
        regexp_replace(v.search_name, '^(phuong|xa|thi tran|dac khu|thanh pho|tinh|thi xa|huyen) ', '') as bare,
        least(${date}::date, v.valid_to - 1) as shown_on
      from unit_version v join unit u on u.unit_id = v.unit_id and u.kind = any(${kinds}::text[])
      where v.valid_from <= ${date} and (${byName} or v.code = ${code})),
    placed as (
      select a.*, nullif(concat_ws(', ', p.name, g.name), '') as place,
        ' ' || concat_ws(' ', a.search_name, p.search_name, g.search_name) as path,
        case when a.code = ${code} then 0
          when ${name}::text || ' ' like any(array[a.bare || ' %', a.search_name || ' %']) then 1
          when ' ' || a.search_name like ${`% ${name}%`} then 2 else 3 end as rank
      from asked a
        left join unit_version p on p.unit_id = a.parent_unit_id and p.valid_from <= a.shown_on
          and (p.valid_to is null or p.valid_to > a.shown_on)
        left join unit_version g on g.unit_id = p.parent_unit_id and g.valid_from <= a.shown_on
          and (g.valid_to is null or g.valid_to > a.shown_on)),
    found as (
      select distinct on (unit_id) *,
        (select count(*) from unnest(${placeWords}::text[]) w where path like '% ' || w || '%')::int as hits
      from placed where ${!loose} or code = ${code} or path like all(${every}::text[])
      order by unit_id, rank, valid_from desc),
    best as (select * from found order by rank, hits desc, length(bare) * case rank when 1 then -1 else 1 end, bare, code
      limit ${CANDIDATES}),
    walk as (
      select unit_id as start, unit_id, null::text as relation, null::date as since, 0 as steps from best
      union
      select walk.start, r.to_unit_id, r.relation, r.effective_on, walk.steps + 1
      from walk join unit_relation r on r.from_unit_id = walk.unit_id and r.effective_on <= ${date}
      where walk.steps < 20)
    select b.hits, b.unit_id as "foundUnitId", b.name as "foundName", b.place as "foundPlace",
      b.valid_to as "foundUntil", w.relation, w.since, v.unit_id as "unitId", u.kind, v.code, v.name,
      nullif(concat_ws(', ', p.name, g.name), '') as place
    from best b join walk w on w.start = b.unit_id join unit u on u.unit_id = w.unit_id
      join unit_version v on v.unit_id = w.unit_id and v.valid_from <= ${date} and (v.valid_to is null or v.valid_to > ${date})
      left join unit_version p on p.unit_id = v.parent_unit_id and p.valid_from <= ${date}
        and (p.valid_to is null or p.valid_to > ${date})
      left join unit_version g on g.unit_id = p.parent_unit_id and g.valid_from <= ${date}
        and (g.valid_to is null or g.valid_to > ${date})
    order by b.rank, b.hits desc, length(b.bare) * case b.rank when 1 then -1 else 1 end, b.bare, b.code, v.code`.execute(
    db,
  );
  return gatherPlaces(rows.map(toHit), limit);
}

function toHit({ foundUnitId, foundName, foundPlace, foundUntil, relation, since, ...unit }: Row): PlaceHit {
  const another = foundUnitId !== unit.unitId;
  const changed = another ? since : foundName === unit.name ? null : foundUntil;
  return { ...unit, reason: changed ? { name: foundName, place: foundPlace, relation, since: changed } : null };
}
