import { parseLine } from './parse-line.ts';
import type { ParsedLine } from './portal-model.ts';
import { problemOf } from './portal-problems.ts';
import type { SourceLine } from './read-lines.ts';

export type * from './portal-model.ts';
export { readLines, type SourceLine } from './read-lines.ts';

/** {@link parseLine} for a line read from a file: what was wrong with its bytes joins the problems. */
export function parseSourceLine(line: SourceLine): ParsedLine {
  const parsed = parseLine(line.text);
  if (line.fault !== 'invalid-utf8' || 'rejected' in parsed) return parsed;
  return { ...parsed, problems: [problemOf('invalid-utf8', 'line'), ...parsed.problems] };
}
