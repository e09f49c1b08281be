import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, type Kept, readKept, sameValues } from './draft-keeper-rules.ts';

const shown = { name: ['An'], sex: ['nu'] };
const kept = (change: Partial<Kept>): Kept => ({ values: { name: ['Anh'] }, at: 2000, ...change });

test('newer than the server: back it comes', () => {
  expect(decide(kept({}), shown, 1000)).toBe('restore');
  expect(decide(kept({ sent: true }), shown, 1000)).toBe('restore');
});

test('the server was saved later: it has what was sent, and is offered what was not', () => {
  expect(decide(kept({ sent: true }), shown, 3000)).toBe('drop');
  expect(decide(kept({}), shown, 3000)).toBe('offer');
});

test('the same as on the server: nothing to do', () => {
  expect(decide(kept({ values: { sex: ['nu'], name: ['An'], note: [''] } }), shown, 1000)).toBe('drop');
});

test('nothing typed and never sent is thrown away', () => {
  const values = fc.dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.array(fc.constantFrom('', 'x', 'y'), { maxLength: 2 }),
  );
  fc.assert(
    fc.property(values, values, fc.nat(), fc.nat(), (typed, server, at, savedAt) => {
      const what = decide({ values: typed, at }, server, savedAt);
      expect(what === 'drop').toBe(sameValues(typed, server));
    }),
  );
});

test('foreign or broken entries are none of ours', () => {
  for (const text of [null, '', '{', '1', '{"at":1}', '{"values":null,"at":1}', '{"values":{},"at":"x"}']) {
    expect(readKept(text)).toBeUndefined();
  }
  expect(readKept(JSON.stringify(kept({})))).toEqual(kept({}));
});
