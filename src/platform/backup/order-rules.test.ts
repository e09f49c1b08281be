import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fillOrder } from './order-rules.ts';

it('fills what is referred to first', () => {
  const references = [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'c' },
    { from: 'c', to: 'c' },
    { from: 'x', to: 'elsewhere' },
  ];
  expect(fillOrder(['a', 'b', 'c', 'x'], references)).toEqual(['c', 'x', 'b', 'a']);
});

it('cannot order what refers to each other', () => {
  expect(() =>
    fillOrder(
      ['a', 'b'],
      [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'a' },
      ],
    ),
  ).toThrow('a, b');
});

it('puts every table after those it needs, for any references without a circle', () => {
  const pairs = fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 60 });
  fc.assert(
    fc.property(pairs, (list) => {
      const name = (n: number) => `t${String(n).padStart(2, '0')}`;
      const references = list.filter(([a, b]) => a > b).map(([a, b]) => ({ from: name(20 - a), to: name(20 - b) }));
      const order = fillOrder(
        Array.from({ length: 20 }, (_, n) => name(n + 1)),
        references,
      );
      expect(new Set(order).size).toBe(20);
      for (const { from, to } of references) expect(order.indexOf(to)).toBeLessThan(order.indexOf(from));
    }),
  );
});
