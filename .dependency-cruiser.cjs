/** Imports go one way (STYLE 3, DESIGN §3). Each rule says why it exists. */
const MODULES = {
  units: [],
  identity: ['units'],
  teams: ['units', 'identity'],
  mandates: ['units', 'identity', 'teams'],
  catalogue: ['units'],
  papers: ['identity', 'mandates'],
  dossiers: ['units', 'identity', 'mandates', 'catalogue', 'papers'],
  assistance: ['units', 'identity', 'teams', 'mandates', 'catalogue', 'dossiers'],
  insight: ['units', 'identity'],
};
const TESTS = '[.]test[.]ts$|/testing[.]ts$';
/** Pure files: safe in a browser and for doors to name. */
const RULE_FILES = '(model|rules|problems|text)[.]ts$';

const moduleRules = Object.entries(MODULES).map(([name, allowed]) => ({
  name: `module-${name}`,
  comment: `${name} may import only ${allowed.join(', ') || 'no module'}: the modules form a DAG (DESIGN §3).`,
  severity: 'error',
  from: { path: `^src/modules/${name}/`, pathNot: TESTS },
  to: { path: '^src/modules/', pathNot: `^src/modules/(${[name, ...allowed].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...moduleRules,
    {
      name: 'only-the-index-is-the-way-in',
      comment:
        'Another module is entered by its index.ts; only its pure models and rules may be named directly, since browsers use them too.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: TESTS },
      to: { path: '^src/modules/[^/]+/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index[.]ts$', RULE_FILES] },
    },
    {
      name: 'doors-enter-by-the-index',
      comment:
        'Doors use a module’s index; components may use its pure model, rules and paths, since they also run in browsers.',
      severity: 'error',
      from: { path: '^src/(portal|desk|cli)/', pathNot: TESTS },
      to: {
        path: '^src/modules/[^/]+/',
        pathNot: ['^src/modules/[^/]+/index\\.ts$', RULE_FILES, '^src/modules/catalogue/form/'],
      },
    },
    {
      name: 'nothing-depends-on-a-door',
      comment: 'Doors compose rooms; a room that knew a door could not be used by the other one.',
      severity: 'error',
      from: { path: '^src/(modules|platform|ui)/' },
      to: { path: '^src/(portal|desk|field|cli)/' },
    },
    {
      name: 'platform-knows-no-module',
      comment: 'The platform carries every module, so it may depend on none.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: TESTS },
      to: { path: '^src/(modules|ui)/' },
    },
    {
      name: 'ui-uses-only-pure-parts',
      comment: 'Components and islands run in browsers: only pure models and rules of modules may reach them.',
      severity: 'error',
      from: { path: '^src/ui/', pathNot: TESTS },
      to: {
        path: '^src/(modules|platform)/',
        pathNot: [RULE_FILES, '^src/modules/catalogue/form/', '^src/platform/problem\\.ts$'],
      },
    },
    {
      name: 'no-cycles',
      comment: 'A cycle is one file that pretends to be two.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.svelte'] },
    exclude: { path: '^(dist|node_modules)' },
  },
};
