import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const shared = { plugins: [svelte()] };

export default defineConfig({
  test: {
    // Two cores: more workers only wait for each other.
    maxWorkers: 2,
    projects: [
      {
        ...shared,
        test: {
          name: 'pure',
          include: ['src/**/*.test.ts', 'test/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/*.db.test.ts'],
        },
      },
      {
        ...shared,
        test: {
          name: 'database',
          include: ['src/**/*.db.test.ts', 'test/*.db.test.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'journeys',
          include: ['test/journeys/*.journey.ts'],
          globalSetup: ['test/journeys/support/global-setup.ts'],
          testTimeout: 480_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
