import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fromRoot, projectRoot } from './paths.ts';

/** Which program this is: its version and, in a checkout, the commit it stands at. */
export interface ProgramStamp {
  readonly version: string;
  /** Short; null where the program was installed without its history. */
  readonly commit: string | null;
}

export function programStamp(): ProgramStamp {
  const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as { version: string };
  return { version, commit: commitHere() };
}

function commitHere(): string | null {
  // Without a .git of its own, git would tell the commit of whatever checkout lies around the program.
  if (!existsSync(fromRoot('.git'))) return null;
  try {
    return (
      execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
        cwd: projectRoot,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim() || null
    );
  } catch {
    return null;
  }
}
