import { beforeAll, describe, expect, it } from 'vitest';
import { testWeb } from '../../../test/support/web.ts';
import { fromRoot } from '../../platform/paths.ts';
import { readLines, type SourceLine } from '../../platform/read-lines.ts';
import { historySeed, importUnitHistory, importUnits } from './index.ts';

const { app, db, statements } = await testWeb('2026-11-24T03:00:00Z');

beforeAll(async () => {
  await importUnits(db, {
    lines: readLines(fromRoot('db', 'seed', 'units', 'units-2026.csv.gz')),
    effectiveFrom: '2025-07-01',
    sourceRef: 'test',
  });
});

const get = async (url: string, headers = {}) => {
  const answer = await app.inject({ url: `/api/v1/units${url}`, headers });
  return { headers: answer.headers, status: answer.statusCode, body: answer.body ? answer.json() : null };
};

describe('GET /api/v1/units', () => {
  it('pages through all units by code, each once', async () => {
    const codes: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { status, body }: Awaited<ReturnType<typeof get>> = await get(`?parent=79&limit=100&cursor=${cursor}`);
      expect(status).toBe(200);
      codes.push(...body.items.map((unit: { code: string }) => unit.code));
      cursor = body.next;
    }
    expect(codes).toHaveLength(168);
    expect(new Set(codes).size).toBe(168);
    expect(codes).toEqual([...codes].sort());
  });

  it('finds by kind and by a part of the name, with or without accents', async () => {
    expect((await get('?kind=province&limit=100')).body.items).toHaveLength(34);
    const found = await get('?text=chanh%20hiep');
    expect(found.body.items).toEqual([
      expect.objectContaining({ code: '25771', name: 'Phường Chánh Hiệp', parentName: 'Thành phố Hồ Chí Minh' }),
    ]);
    expect(Object.keys(found.body.items[0]).sort()).toEqual(
      [
        'code',
        'hotline',
        'hotlineHours',
        'address',
        'centreName',
        'identifier',
        'identifierIsProvisional',
        'kind',
        'name',
        'parentName',
        'parentUnitId',
        'provinceName',
        'unitId',
        'validFrom',
        'validTo',
      ].sort(),
    );
    expect((await get('?text=%25')).body.items).toEqual([]);
  });

  it('speaks of the day that it is asked about', async () => {
    expect((await get('?date=2025-06-30')).body.items).toEqual([]);
    expect(await get('/25771?date=2025-06-30')).toMatchObject({
      status: 404,
      body: { type: 'urn:baccau:problem:units.not-found' },
    });
    expect(await get('?date=2026-02-30')).toMatchObject({
      status: 400,
      body: { type: 'urn:baccau:problem:units.no-such-day' },
    });
  });

  it('refuses what is out of bounds, in words', async () => {
    for (const query of ['?limit=101', '?limit=0', '?kind=planet', '?parent=abc', `?text=${'a'.repeat(101)}`]) {
      expect(await get(query)).toMatchObject({
        status: 400,
        body: { status: 400, title: expect.stringContaining('không đúng') },
      });
    }
    expect(await get('?parent=98')).toMatchObject({ status: 404 });
  });
});

describe('GET /api/v1/units/{code}', () => {
  it('gives one unit with its opening hours and what came before it, in two statements', async () => {
    await get('/25771');
    const before = statements.count;
    const { status, body } = await get('/25771');
    expect(statements.count - before).toBe(2);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      code: '25771',
      kind: 'commune',
      identifier: 'T79.25.771',
      identifierIsProvisional: true,
    });
    expect(body.openingHours).toContainEqual({ weekday: 1, from: '07:30', to: '11:30' });
    expect(body.openingHours.some((block: { weekday: number }) => block.weekday === 0)).toBe(false);
  });

  it('may be cached, and answers 304 to who has it already', async () => {
    const first = await get('/79');
    expect(first.headers['cache-control']).toBe('public, max-age=3600');
    const again = await get('/79', { 'if-none-match': first.headers.etag });
    expect(again).toMatchObject({ status: 304, body: null });
  });

  it('does not know made-up codes', async () => {
    expect(await get('/99999')).toMatchObject({ status: 404 });
    expect(await get("/'; drop table unit; --")).toMatchObject({ status: 404 });
  });
});

describe('GET /api/v1/units/{code}/calendar', () => {
  it('tells the special days of a year with kind, name and source', async () => {
    const { status, body } = await get('/25771/calendar?year=2026');
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['code', 'name', 'year', 'tentative', 'days']);
    expect(body).toMatchObject({ code: '25771', name: 'Phường Chánh Hiệp', year: 2026, tentative: false });
    expect(body.days).toContainEqual({
      date: '2026-08-22',
      kind: 'swapped-working-saturday',
      name: 'Làm bù 31/08/2026',
      isWorkingDay: true,
      source: expect.stringContaining('Văn phòng Chính phủ'),
      needsCheck: false,
      tentative: false,
    });
    expect(body.days).toContainEqual(
      expect.objectContaining({ date: '2026-04-27', kind: 'make-up', isWorkingDay: false }),
    );
  });

  it('says which days of a later year are tentative', async () => {
    const { body } = await get('/25771/calendar?year=2027');
    expect(body.tentative).toBe(true);
    const tentative = body.days.filter((day: { tentative: boolean }) => day.tentative);
    expect(tentative.map(({ date }: { date: string }) => date)).toContain('2027-02-08');
    expect(tentative.map(({ date }: { date: string }) => date)).not.toContain('2027-04-30');
  });

  it('takes this year when none is named, and refuses years that are not known', async () => {
    expect((await get('/79/calendar')).body.year).toBe(2026);
    expect(await get('/79/calendar?year=1999')).toMatchObject({
      status: 400,
      body: { type: 'urn:baccau:problem:units.no-such-year' },
    });
    expect(await get('/99999/calendar')).toMatchObject({ status: 404 });
    expect(await get('/79/calendar?year=x')).toMatchObject({ status: 400 });
  });
});

describe('units over time', () => {
  beforeAll(async () => {
    await importUnitHistory(db, { lines: oldToNew(), effective: '2025-07-01', sourceRef: 'test', seed: historySeed() });
  });

  it('show phường Hiệp An in 2023 with its two successors, and what came before today’s ward', async () => {
    await get('/25768?date=2023-06-01');
    const before = statements.count;
    const { body } = await get('/25768?date=2023-06-01');
    expect(statements.count - before).toBe(2);
    expect(body).toMatchObject({ name: 'Phường Hiệp An', parentName: 'Thành phố Thủ Dầu Một', predecessors: [] });
    expect(body.successors.map(({ name }: { name: string }) => name)).toEqual(['Phường Phú An', 'Phường Chánh Hiệp']);
    const today = (await get('/25771')).body;
    expect(today.successors).toEqual([]);
    expect(today.predecessors).toMatchObject([
      { code: '25768', name: 'Phường Hiệp An', relation: 'split-part', effectiveOn: '2025-07-01' },
      { code: '25771', name: 'Phường Tương Bình Hiệp', relation: 'merged', validTo: '2025-07-01' },
    ]);
  });

  it('are found by old names, with the reason', async () => {
    const { status, body } = await get(`/search?text=${encodeURIComponent('Hiệp An, Thủ Dầu Một')}`);
    expect(status).toBe(200);
    expect(body.items.map(({ code }: { code: string }) => code)).toEqual(['25768', '25771']);
    expect(body.items[0].reasons[0]).toContain('có một phần nhập vào đây từ 01/07/2025');
    expect((await get('/search?text=hiep%20an&date=2023-06-01')).body.items).toEqual([
      expect.objectContaining({ code: '25768', place: 'Thành phố Thủ Dầu Một, Tỉnh Bình Dương', reasons: [] }),
    ]);
    expect((await get('/search?text=%25%25')).body.items).toEqual([]);
    expect(await get('/search')).toMatchObject({ status: 400 });
  });

  it('list the districts of then', async () => {
    const { body } = await get('?kind=district&date=2023-06-01');
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['Thành phố Thủ Dầu Một']);
    expect((await get('?parent=718&date=2023-06-01')).body.items).toHaveLength(2);
  });
});

async function* oldToNew(): AsyncGenerator<SourceLine> {
  const rows = [
    'old_province_code,old_province_name,old_district_code,old_commune_code,old_commune_name,new_commune_codes',
    '74,Tỉnh Bình Dương,718,25768,Phường Hiệp An,25771;25768',
    '74,Tỉnh Bình Dương,718,25771,Phường Tương Bình Hiệp,25771',
  ];
  for (const [at, text] of rows.entries()) yield { number: at + 1, text, fault: null };
}
