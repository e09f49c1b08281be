import type { TestProject } from 'vitest/node';
import { newDataDir, removeDataDir, startProgram } from './program.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    origin: string;
  }
}

/** One running program with the demo for all journeys. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await newDataDir();
  const program = await startProgram(dataDir);
  project.provide('origin', program.origin);
  return async () => {
    await program.stop();
    await removeDataDir(dataDir);
  };
}
