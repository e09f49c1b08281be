import type { TestProject } from 'vitest/node';
import { newDataDir, removeDataDir, startProgram } from './program.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    origin: string;
    dataDir: string;
  }
}

/**
 * One running program with the demo for all journeys. `BACCAU_JOURNEY_DATA` names a folder to keep: the next run starts
 * in seconds, which helps while writing a journey.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const kept = process.env.BACCAU_JOURNEY_DATA;
  const dataDir = kept ?? (await newDataDir());
  const program = await startProgram(dataDir);
  project.provide('origin', program.origin);
  project.provide('dataDir', dataDir);
  return async () => {
    await program.stop();
    if (!kept) await removeDataDir(dataDir);
  };
}
