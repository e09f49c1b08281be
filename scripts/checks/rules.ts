export interface Finding {
  readonly line?: number;
  readonly message: string;
}

/** The one audited place where raw HTML may be written into a page. */
const RAW_HTML = new Set<string>([]);

const isTest = (path: string): boolean => /\.test\.ts$|\/testing\.ts$|^test\//.test(path);
const isCode = (path: string): boolean => /\.(ts|svelte|js|cjs)$/.test(path);

/** Everything that one file breaks. Pure, so that the rules have tests of their own. */
export function findings(path: string, text: string): Finding[] {
  return [...fileSize(path, text), ...lineFindings(path, text)];
}

function fileSize(path: string, text: string): Finding[] {
  if (!/^src\/|^scripts\/|^test\/|^bench\//.test(path) || !isCode(path)) return [];
  const lines = text.split('\n').length - 1;
  const limit = isTest(path) ? 500 : 300;
  return lines > limit ? [{ message: `${lines} lines; the limit is ${limit}. Split it by noun (STYLE 1).` }] : [];
}

interface LineRule {
  readonly applies: (path: string) => boolean;
  readonly pattern: RegExp;
  readonly message: string;
}

const inModules = (path: string): boolean => /^src\/modules\/.*\.ts$/.test(path) && !isTest(path);

const LINE_RULES: readonly LineRule[] = [
  {
    applies: inModules,
    pattern: /new Date\(\)|Date\.now\(\)|Math\.random\(\)/,
    message: 'Modules get the time and chance passed in (STYLE 4).',
  },
  {
    applies: (path) => inModules(path) && !/\/store[a-z-]*\.ts$|citizen-index\.ts$|search-service\.ts$/.test(path),
    pattern: /\bsql`|\.(selectFrom|insertInto|updateTable|deleteFrom)\(/,
    message: 'Only store files talk SQL (STYLE 6).',
  },
  {
    applies: (path) => path.endsWith('.svelte') && !RAW_HTML.has(path),
    pattern: /\{@html/,
    message: '{@html} is forbidden outside the audited place: it is how XSS comes in (DESIGN §2).',
  },
  {
    applies: (path) => path.endsWith('.svelte'),
    pattern: /\sstyle=["{]/,
    message: 'No style attributes: the content security policy blocks them.',
  },
  {
    applies: (path) => path.startsWith('src/') && isCode(path),
    pattern: /\b(TODO|FIXME|XXX)\b/,
    message: 'Finish it, or write it into an issue.',
  },
  {
    applies: isTest,
    pattern: /\b(it|test|describe)\.(skip|only|todo)\b/,
    message: 'No test is skipped or singled out.',
  },
];

function lineFindings(path: string, text: string): Finding[] {
  const rules = LINE_RULES.filter((rule) => rule.applies(path));
  if (rules.length === 0) return [];
  return text
    .split('\n')
    .flatMap((line, at) =>
      rules
        .filter((rule) => rule.pattern.test(line) && !/^\s*(\/\/|\*)/.test(line))
        .map((rule) => ({ line: at + 1, message: rule.message })),
    );
}
