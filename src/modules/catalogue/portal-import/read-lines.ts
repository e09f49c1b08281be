export { readLines, type SourceLine } from '../../../platform/read-lines.ts';
