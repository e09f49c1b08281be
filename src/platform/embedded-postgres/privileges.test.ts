import { expect, it } from 'vitest';
import { runnersFor } from './privileges.ts';

const PASSWD = 'root:x:0:0:root:/root:/bin/sh\nlan:x:1000:1000::/home/lan:/bin/sh\nnobody:x:99:98::/:/bin/false\n';

it('runs plainly as a user with a name', () => {
  expect(runnersFor(1000, PASSWD).map(({ kind }) => kind)).toEqual(['plain']);
  expect(runnersFor(1000, '').map(({ kind }) => kind)).toEqual(['plain']);
});

it('gives a user without a name another one, since initdb insists on a name', () => {
  const [first, second] = runnersFor(4242, PASSWD);
  expect(first?.command('initdb', ['-D', 'x']).args).toEqual([
    '--user',
    '--map-user=99',
    '--map-group=98',
    '--',
    'initdb',
    '-D',
    'x',
  ]);
  expect(first?.owner).toBeNull();
  expect(second?.kind).toBe('plain');
});

it('never runs as root', () => {
  const [namespace, other] = runnersFor(0, PASSWD);
  expect(namespace?.kind).toBe('namespace');
  expect(namespace?.owner).toEqual({ uid: 0, gid: 0 });
  expect(other?.command('initdb', []).options).toEqual({ uid: 99, gid: 98 });
  expect(runnersFor(0, '')[1]?.owner).toEqual({ uid: 65534, gid: 65534 });
});
