import { POLICY, ROLES, type Role, STAFF_ACTIONS, type StaffAction, UNIT_RELATIONS } from './modules/identity/index.ts';
import type { ListedRoute } from './route-list.ts';

/** Pages of the desk that ask nobody who they are: the way in and out. */
export const OPEN_DESK: readonly string[] = [
  'GET /desk/dang-nhap',
  'POST /desk/dang-nhap',
  'POST /desk/dang-xuat',
  'GET /desk/loi-moi/:token',
  'POST /desk/loi-moi/:token',
];

const HEAD = `# Permission matrix

Written by \`scripts/permission-matrix.ts\` from \`src/modules/identity/policy.ts\` and the registered routes; not to be
edited. \`npm run check\` fails when it is out of date, so that every change of a right is seen in review.
A cell names the unit relations on whose rows the role may act: \`own\` = the unit of the session, \`below\` and \`above\` =
units under and over it, \`former\` = a unit whose successor it is, \`other\` = any other. "–" = refused with 403. A relation
that a cell does not name is "not found": the unit of the session stands in the WHERE clause, never an id of the request.
A substitute has the absent person's roles for the period only, and acts say in whose place they were done.`;

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

const cellOf = (action: StaffAction, role: Role): string => {
  const { roles, reach }: { roles: readonly Role[]; reach: readonly string[] } = POLICY[action];
  return roles.includes(role) ? UNIT_RELATIONS.filter((relation) => reach.includes(relation)).join(', ') : '–';
};

const routeName = ({ method, url }: ListedRoute): string => `${method} ${url}`;

/** The whole matrix as Markdown. */
export function permissionMatrix(routes: readonly ListedRoute[]): string {
  const doors = routes.filter(({ url }) => /^\/(desk|api)(\/|$)/.test(url));
  const api = doors.filter(({ url }) => url.startsWith('/api'));
  const of = (who: 'citizen' | null) => api.filter(({ guard }) => (guard?.who ?? null) === who).map(routeName);
  const list = (names: readonly string[]) => names.map((name) => `- \`${name}\``).join('\n');
  const rights = STAFF_ACTIONS.map((action) => [
    `\`${action}\``,
    POLICY[action].what,
    ...ROLES.map((role) => cellOf(action, role)),
  ]);
  const places = STAFF_ACTIONS.map((action) => {
    const here = doors.filter(({ guard }) => guard?.who === 'staff' && guard.action === action).map(routeName);
    return `### \`${action}\`\n\n${here.length > 0 ? list(here) : 'No route of its own yet.'}`;
  });
  return [
    HEAD,
    `## Actions\n\n${table(['action', 'lets somebody', ...ROLES], rights)}`,
    `## Routes of staff by action\n\n${places.join('\n\n')}`,
    `## Routes without a sign-in\n\nThe desk:\n\n${list(OPEN_DESK)}\n\nThe API:\n\n${list(of(null))}`,
    `## API of signed-in citizens, own data only\n\n${list(of('citizen'))}\n`,
  ].join('\n\n');
}
