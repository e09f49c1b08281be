import { expect, test } from 'vitest';
import { createLogger } from './log.ts';

test('an error of the database leaves no value of a row in the log', () => {
  const lines: string[] = [];
  const log = createLogger('info', { write: (line: string) => void lines.push(line) });
  const error = Object.assign(new Error('duplicate key value violates unique constraint "account_phone"'), {
    code: '23505',
    detail: 'Key (phone)=(+84901234567) already exists for Nguyễn Thị Hoa.',
    where: 'phone 0901234567',
    parameters: ['074198000001'],
  });
  log.error({ err: error }, 'unexpected error');
  log.error({ err: new Error('invalid input syntax for type uuid: "+84901234567", code 123456') }, 'x');
  const all = lines.join('');
  expect(all).not.toMatch(/901234567|074198|123456|Hoa/);
  expect(all).toContain('23505');
  expect(all).toContain('account_phone');
});
