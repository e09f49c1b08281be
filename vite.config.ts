import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

/** Two builds: the client (one style sheet, fonts, islands) and the server (`main.js` and its chunks). */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [svelte()],
  base: '/assets/',
  publicDir: false,
  build: isSsrBuild
    ? {
        ssr: 'src/cli/main.ts',
        outDir: 'dist/server',
        target: 'node24',
        minify: false,
        sourcemap: true,
        rollupOptions: {
          checks: { pluginTimings: false },
          output: { entryFileNames: 'main.js', chunkFileNames: '[name]-[hash].js' },
        },
      }
    : {
        outDir: 'dist/client',
        assetsDir: '.',
        manifest: 'manifest.json',
        cssCodeSplit: false,
        modulePreload: { polyfill: false },
        target: 'es2020',
        rollupOptions: {
          checks: { pluginTimings: false },
          input: {
            styles: 'src/ui/styles.ts',
            'draft-keeper': 'src/ui/islands/draft-keeper.ts',
            'card-qr': 'src/ui/islands/card-qr.ts',
            'place-search': 'src/ui/islands/place-search.ts',
            print: 'src/ui/islands/print.ts',
          },
        },
      },
}));
