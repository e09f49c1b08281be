import { expect, it } from 'vitest';
import { sharedPart } from '../../platform/http/index.ts';
import HomeAreas from './HomeAreas.svelte';

const event = {
  code: '1.001193',
  href: '/thu-tuc/1.001193',
  icon: 'person' as const,
  title: 'Con mới sinh',
  text: 'Khai sinh',
};
const areas = [{ title: 'Gia đình', events: [event] }];

/** What a snippet writes into its page. */
function written(snippet: ReturnType<typeof sharedPart>): string {
  let html = '';
  (snippet as unknown as (to: { push(text: string): void }) => void)({ push: (text) => (html += text) });
  return html;
}

it('is rendered from what it is given, also after it was remembered', () => {
  const first = written(sharedPart(HomeAreas, { lang: 'vi', areas }));
  expect(first).toContain('Con mới sinh');
  expect(written(sharedPart(HomeAreas, { lang: 'vi', areas: structuredClone(areas) }))).toBe(first);
  const other = [{ title: 'Gia đình', events: [{ ...event, title: 'Kết hôn <b>' }] }];
  const second = written(sharedPart(HomeAreas, { lang: 'vi', areas: other }));
  expect(second).toContain('Kết hôn &lt;b>');
  expect(second).not.toContain('Con mới sinh');
});

it('forgets the oldest when it holds too much, and renders them again', () => {
  const big = (mark: string) => [{ title: mark, events: [{ ...event, text: `${mark}${'ă'.repeat(600_000)}` }] }];
  for (const mark of ['một', 'hai', 'ba', 'bốn', 'một']) {
    expect(written(sharedPart(HomeAreas, { lang: 'vi', areas: big(mark) }))).toContain(`${mark}ăăă`);
  }
});
