import { describe, expect, it } from 'vitest';
import { gatherPlaces, type PlaceHit, readPlaceQuery, reasonText } from './place-rules.ts';

describe('what people type for a place', () => {
  it('is read without accents, case and abbreviations', () => {
    expect(readPlaceQuery('P. Hiệp An, TP. Thủ Dầu Một')).toEqual({
      name: 'hiep an',
      words: ['hiep', 'an'],
      placeWords: ['thu', 'dau', 'mot'],
      code: null,
    });
    expect(readPlaceQuery('Bến Nghé, Tp.HCM')?.placeWords).toEqual(['ho', 'chi', 'minh']);
    expect(readPlaceQuery('Hoà Lợi, huyện Phú Giáo, Tỉnh Bình Dương')?.placeWords).toEqual([
      'phu',
      'giao',
      'binh',
      'duong',
    ]);
    expect(readPlaceQuery('25768')?.code).toBe('25768');
  });

  it('may be nothing', () => {
    for (const text of ['', ' ', ',', '%', 'a', '_ %, Huế']) expect(readPlaceQuery(text)).toBeNull();
  });
});

describe('answers', () => {
  const hit = (over: Partial<PlaceHit>): PlaceHit => ({
    hits: 0,
    unitId: 'u',
    kind: 'commune',
    code: '00001',
    name: 'Xã Một',
    place: 'Tỉnh A',
    reason: null,
    ...over,
  });
  const reason = { name: 'Xã Cũ', place: 'Huyện B', relation: 'merged', since: '2025-07-01' } as const;

  it('keep only what fits the words after the comma best', () => {
    const rows = [hit({ unitId: 'a', hits: 1 }), hit({ unitId: 'b', hits: 3 }), hit({ unitId: 'c', hits: 3 })];
    expect(gatherPlaces(rows, 10).map(({ unitId }) => unitId)).toEqual(['b', 'c']);
    expect(gatherPlaces(rows, 1)).toHaveLength(1);
    expect(gatherPlaces([], 10)).toEqual([]);
  });

  it('name a unit once, with all its reasons, or none where its own name was typed', () => {
    const two = gatherPlaces([hit({ reason }), hit({ reason: { ...reason, name: 'Xã Xưa' } })], 10);
    expect(two.map(({ reasons }) => reasons.length)).toEqual([2]);
    expect(gatherPlaces([hit({ reason }), hit({})], 10)[0]?.reasons).toEqual([]);
  });

  it('tell what became of an old name', () => {
    expect(reasonText(reason)).toBe('Xã Cũ (Huyện B) nhập vào đây từ 01/07/2025');
    expect(reasonText({ ...reason, relation: null, place: null })).toBe('Xã Cũ là tên dùng đến trước 01/07/2025');
  });
});
