import { beforeAll, describe, expect, it } from 'vitest';
import { testWeb } from '../../../test/support/web.ts';
import { fromRoot } from '../../platform/paths.ts';
import { setHomeUnit } from '../units/index.ts';
import { importProcedures, loadSeedCatalogue } from './index.ts';
import { offerEverything } from './testing.ts';

const { app, db, statements } = await testWeb('2026-11-24T03:00:00Z');
const now = new Date('2026-11-24T03:00:00Z');

beforeAll(async () => {
  await loadSeedCatalogue(db, fromRoot('db', 'seed'), now);
  const line = {
    ma_thu_tuc: '9.000001',
    ten_thu_tuc: 'Cấp phép nuôi lạc đà hai bướu',
    cap_thuc_hien: 'Cấp xã',
    linh_vuc: 'Lạc đà',
  };
  async function* lines() {
    yield { number: 1, text: JSON.stringify(line), fault: null };
  }
  await db.insertInto('unit').values({ unit_id: 'home', kind: 'commune' }).execute();
  await db
    .insertInto('unit_version')
    .values({
      unit_id: 'home',
      valid_from: '2025-07-01',
      code: '99999',
      name: 'Phường Thử',
      search_name: 'phuong thu',
      source_ref: 'test',
    })
    .execute();
  await setHomeUnit(db, 'home');
  await offerEverything(db, 'home');
  await importProcedures(db, { lines: lines(), now, today: '2026-11-24' });
  // The first answer looks the home unit up, which is then remembered for a minute.
  await app.inject('/api/v1/procedures?limit=1');
});

const get = async (url: string, headers = {}) => {
  const before = statements.count;
  const answer = await app.inject({ url: `/api/v1/procedures${url}`, headers });
  return {
    headers: answer.headers,
    status: answer.statusCode,
    body: answer.body ? answer.json() : null,
    statements: statements.count - before,
  };
};

describe('GET /api/v1/procedures', () => {
  it('pages by code without a gap or a double', async () => {
    const codes: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { status, body }: Awaited<ReturnType<typeof get>> = await get(`?limit=7&cursor=${cursor}`);
      expect(status).toBe(200);
      codes.push(...body.items.map((row: { code: string }) => row.code));
      cursor = body.next;
    }
    expect(codes).toHaveLength(26);
    expect(codes).toEqual([...new Set(codes)].sort());
  });

  it('tells where each is filed', async () => {
    const { body } = await get('?limit=100');
    const routes = Object.fromEntries(body.items.map((row: { code: string; route: string }) => [row.code, row.route]));
    expect(routes).toMatchObject({
      '1.001193': 'here',
      '2.000815': 'counter',
      '1.004222': 'national-portal',
      '9.000001': null,
    });
  });

  it('refuses what is out of bounds', async () => {
    for (const query of ['?limit=101', '?limit=x', '?unit=1', '/search', `/search?q=${'a'.repeat(1501)}`]) {
      expect(await get(query)).toMatchObject({ status: 400, body: { title: expect.any(String) } });
    }
    expect(await get('?unit=99998')).toMatchObject({
      status: 404,
      body: { type: 'urn:baccau:problem:catalogue.unit-unknown' },
    });
  });
});

describe('GET /api/v1/procedures/{code}', () => {
  it('gives our own procedure with guide, ways, papers and what is to be checked, in one statement', async () => {
    const { status, body, statements: spent } = await get('/1.001193');
    expect(status).toBe(200);
    expect(spent).toBe(1);
    expect(body).toMatchObject({ code: '1.001193', source: 'seed', route: 'here', agency: 'ubnd-xa', formVersion: 1 });
    expect(body.guide.vi.title).toBe('Làm giấy khai sinh cho con');
    expect(body.guide.en.stepsOnline.length).toBe(body.guide.vi.stepsOnline.length);
    expect(body.ways[0]).toMatchObject({
      channels: ['online', 'post', 'in-person'],
      duration: { text: 'trong ngày' },
      lateRule: '15h',
    });
    expect(body.papers.every((paper: { key: string }) => paper.key)).toBe(true);
  });

  it('gives every procedure of ours in the promised shape', async () => {
    const { body } = await get('?limit=100');
    for (const { code } of body.items) expect((await get(`/${code}`)).status).toBe(200);
  });

  it('gives what only the portal knows, marked as its source', async () => {
    expect((await get('/9.000001')).body).toMatchObject({
      source: 'portal',
      guide: null,
      route: null,
      field: 'Lạc đà',
      verifiedAt: null,
    });
  });

  it('answers 304 to who has it, and 404 with a sentence for unknown codes', async () => {
    const first = await get('/1.000894');
    expect(first.headers['cache-control']).toBe('public, max-age=300');
    expect(await get('/1.000894', { 'if-none-match': `"x", ${first.headers.etag}` })).toMatchObject({
      status: 304,
      body: null,
    });
    expect(await get('/0.000000')).toMatchObject({
      status: 404,
      body: { type: 'urn:baccau:problem:catalogue.not-found' },
    });
    expect((await get('/khai-sinh')).status).toBe(404);
  });
});

describe('GET /api/v1/procedures/search', () => {
  it('answers everyday words, best first, in two statements', async () => {
    await get('/search?q=khai');
    const { body, statements: spent } = await get('/search?q=lam%20giay%20khai%20sinh&limit=5');
    expect(spent).toBe(2);
    expect(body.items[0]).toMatchObject({ code: '1.001193', route: 'here' });
    expect(body.items.length).toBeLessThanOrEqual(5);
    const scores = body.items.map((hit: { score: number }) => hit.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('has no hits, and no error, for nonsense', async () => {
    for (const q of ['', '   ', '%3Cscript%3E', "';--", '%F0%9F%98%80', '%00']) {
      expect(await get(`/search?q=${q}`)).toMatchObject({ status: 200, body: { items: [] } });
    }
  });
});
